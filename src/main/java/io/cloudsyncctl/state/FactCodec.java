package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.fact.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Facts as data that plan files hold, and back. */
public final class FactCodec {
  private FactCodec() {}

  /** Facts as objects, in their order. */
  public static ImmutableList<WireValue.Members> encode(List<Fact> facts) {
    return facts.stream().map(FactCodec::encode).collect(ImmutableList.toImmutableList());
  }

  private static WireValue.Members encode(Fact fact) {
    Map<String, WireValue> fields = new LinkedHashMap<>();
    fields.put("address", AddressCodec.encode(fact.address()));
    fields.put("key", WireValue.of(fact.key()));
    fields.put("value", fact.value());
    return WireValue.Members.of(fields);
  }

  /**
   * The facts of objects.
   *
   * @throws WireFormatException where one is none
   */
  public static ImmutableList<Fact> decode(List<WireValue.Members> objects)
      throws WireFormatException {
    ImmutableList.Builder<Fact> facts = ImmutableList.builder();
    for (WireValue.Members object : objects) {
      JsonFields fields = new JsonFields(object);
      WireValue value = object.get("value");
      if (value == null) {
        throw new WireFormatException("a fact without a value");
      }
      facts.add(
          new Fact(AddressCodec.address(fields.object("address")), fields.text("key"), value));
    }
    return facts.build();
  }
}
