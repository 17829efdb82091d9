package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.report.wording.LabelText;
import org.jspecify.annotations.Nullable;

/**
 * Something that is told in a line.
 *
 * @param words what there is to say, or nothing
 * @param place where it is declared, or nothing
 */
public record Item(String address, String words, String place, ImmutableList<NoteView> notes) {

  static Item of(
      Address address, String words, Location.@Nullable InFile at, ImmutableList<NoteView> notes) {
    return new Item(LabelText.address(address), words, Places.of(at), notes);
  }
}
