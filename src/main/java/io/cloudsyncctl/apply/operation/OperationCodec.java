package io.cloudsyncctl.apply.operation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.state.AddressCodec;
import io.cloudsyncctl.state.IdentityCodec;
import io.cloudsyncctl.state.JsonFields;
import io.cloudsyncctl.state.NewTaskCodec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations as data that plan files and journals hold, and back. They hold no secrets. */
public final class OperationCodec {
  private static final String NEEDS_REST = "needs_rest";

  private OperationCodec() {}

  /** An operation as an object. */
  public static WireValue.Members encode(Operation operation) {
    Map<String, WireValue> fields = new LinkedHashMap<>();
    fields.put("kind", WireValue.of(kind(operation)));
    fields.put("address", AddressCodec.encode(operation.address()));
    switch (operation) {
      case Operation.WriteGroup write -> {
        fields.put("target", AddressCodec.encode(write.target()));
        fields.put("group", WireValue.of(write.write().group().word()));
        fields.put("parameters", WireValue.Members.of(write.write().parameters()));
        fields.put("pre_image", WireValue.Members.of(write.write().preImage()));
        fields.put(NEEDS_REST, WireValue.of(write.needsRest()));
      }
      case Operation.PauseConnection pause ->
          fields.put("target", AddressCodec.encode(pause.connection()));
      case Operation.ResumeConnection resume ->
          fields.put("target", AddressCodec.encode(resume.connection()));
      case Operation.RemoveConnection remove -> {
        fields.put("target", AddressCodec.encode(remove.connection()));
        ImmutableList<TaskIdentity> tasks = remove.tasks();
        if (tasks != null) {
          fields.put("tasks", IdentityCodec.encodeTasks(tasks));
        }
      }
      case Operation.RemoveTask remove -> fields.put("target", AddressCodec.encode(remove.task()));
      case Operation.TestTask test -> {
        fields.put("target", AddressCodec.encode(test.connection()));
        fields.put("task", NewTaskCodec.encode(test.task()));
      }
      case Operation.CreateTask create -> {
        fields.put("target", AddressCodec.encode(create.connection()));
        fields.put("task", NewTaskCodec.encode(create.task()));
        fields.put(NEEDS_REST, WireValue.of(create.needsRest()));
      }
    }
    return WireValue.Members.of(fields);
  }

  /**
   * The operation of an object.
   *
   * @throws WireFormatException where it is none
   */
  public static Operation decode(WireValue.Members object) throws WireFormatException {
    JsonFields fields = new JsonFields(object);
    var address = AddressCodec.address(fields.object("address"));
    JsonFields target = fields.object("target");
    return switch (fields.text("kind")) {
      case "write-group" ->
          new Operation.WriteGroup(
              address,
              AddressCodec.target(target),
              new GroupWrite(
                  group(fields.text("group")),
                  members(fields, "parameters"),
                  members(fields, "pre_image")),
              needsRest(fields));
      case "pause" -> new Operation.PauseConnection(address, AddressCodec.connection(target));
      case "resume" -> new Operation.ResumeConnection(address, AddressCodec.connection(target));
      case "remove-connection" ->
          new Operation.RemoveConnection(address, AddressCodec.connection(target), tasks(fields));
      case "remove-task" ->
          new Operation.RemoveTask(address, (Target.OfTask) AddressCodec.target(target));
      case "test-task" ->
          new Operation.TestTask(address, AddressCodec.connection(target), task(fields));
      case "create-task" ->
          new Operation.CreateTask(
              address, AddressCodec.connection(target), task(fields), needsRest(fields));
      default -> throw new WireFormatException("an operation of an unknown kind");
    };
  }

  private static String kind(Operation operation) {
    return switch (operation) {
      case Operation.WriteGroup _ -> "write-group";
      case Operation.PauseConnection _ -> "pause";
      case Operation.ResumeConnection _ -> "resume";
      case Operation.RemoveConnection _ -> "remove-connection";
      case Operation.RemoveTask _ -> "remove-task";
      case Operation.TestTask _ -> "test-task";
      case Operation.CreateTask _ -> "create-task";
    };
  }

  /** What earlier versions wrote does not tell, so it counts as needing it. */
  private static boolean needsRest(JsonFields fields) throws WireFormatException {
    return fields.flag(NEEDS_REST, true);
  }

  /** Files of earlier versions do not tell which tasks go with a connection. */
  private static @Nullable ImmutableList<TaskIdentity> tasks(JsonFields fields)
      throws WireFormatException {
    return fields.has("tasks") ? fields.objects("tasks", IdentityCodec::task) : null;
  }

  private static NewTask task(JsonFields fields) throws WireFormatException {
    return NewTaskCodec.decode(fields.object("task"));
  }

  private static SettingGroup group(String word) throws WireFormatException {
    return Arrays.stream(SettingGroup.values())
        .filter(group -> group.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new WireFormatException("a group of an unknown name"));
  }

  private static ImmutableMap<String, WireValue> members(JsonFields fields, String name)
      throws WireFormatException {
    return fields.object(name).members().values();
  }
}
