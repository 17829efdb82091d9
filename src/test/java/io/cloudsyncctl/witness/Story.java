package io.cloudsyncctl.witness;

import io.cloudsyncctl.simulator.truth.Event;
import java.util.List;

/** Everything that happened in a world, for whoever has to find out why something did. */
public final class Story {
  private Story() {}

  /** All runs with what they said, and all requests and events in their order. */
  public static String of(World world) {
    StringBuilder story = new StringBuilder();
    for (Run run : world.runs()) {
      story.append("=== ").append(run).append('\n').append(run.said());
      story.append("[exit code ").append(run.code()).append("]\n");
    }
    story.append("=== what happened\n");
    List<Event> events = world.nas().timeline();
    int told = 0;
    int count = 0;
    for (Moment moment : world.moments()) {
      String remark = world.remarks().get(count++);
      if (remark != null) {
        story.append("  the NAS ").append(remark).append('\n');
      }
      told = tell(story, events, told, moment.before(), "");
      story.append("  ").append(moment).append('\n');
      told = tell(story, events, told, moment.after(), "  ");
    }
    tell(story, events, told, events.size(), "");
    return story.toString();
  }

  private static int tell(
      StringBuilder story, List<Event> events, int from, int to, String indent) {
    for (Event event : events.subList(from, to)) {
      story.append(indent).append("    ").append(event).append('\n');
    }
    return to;
  }
}
