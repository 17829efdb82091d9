package io.cloudsyncctl.witness;

import io.cloudsyncctl.simulator.truth.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Somebody who compares what is declared with how the NAS really is, and knows nothing of us. */
public final class ThirdParty {
  private final Truth truth;
  private final List<Unlike> unlike = new ArrayList<>();

  private ThirdParty(Truth truth) {
    this.truth = truth;
  }

  /** Everything that is not as it is declared. */
  public static List<Unlike> differences(Declared declared, Truth truth) {
    ThirdParty party = new ThirdParty(truth);
    party.compare("", "", declared.ofPackage(), truth.settings());
    declared.connections().forEach(party::compare);
    return party.unlike;
  }

  private void compare(Declared.OfConnection declared) {
    List<Truth.Connection> found =
        truth.connections().values().stream().filter(one -> isMeant(declared, one)).toList();
    if (declared.absent()) {
      if (!found.isEmpty()) {
        unlike.add(new Unlike(declared.name(), "", "state", "it is still there"));
      }
      return;
    }
    if (found.size() != 1) {
      unlike.add(new Unlike(declared.name(), "", "name", found.size() + " bear it"));
      return;
    }
    Truth.Connection is = found.getFirst();
    compare(declared.name(), "", declared.settings(), is.settings());
    boolean paused = is.status().equals("pause");
    if (declared.paused() != null && declared.paused() != paused) {
      unlike.add(new Unlike(declared.name(), "", "paused", "its status is " + is.status()));
    }
    for (Declared.OfTask task : declared.tasks()) {
      compare(declared, task, truth.tasksOf(is.id()));
    }
  }

  private static boolean isMeant(Declared.OfConnection declared, Truth.Connection is) {
    return is.name().equals(declared.name())
        && (declared.provider() == null
            || declared
                .provider()
                .equals(is.settings().getOrDefault("type", MissingNode.getInstance()).asString("")))
        && (declared.account() == null
            || declared
                .account()
                .equals(
                    is.settings()
                        .getOrDefault("user_name", MissingNode.getInstance())
                        .asString("")));
  }

  private void compare(
      Declared.OfConnection connection, Declared.OfTask declared, List<Truth.Task> tasks) {
    List<Truth.Task> found =
        tasks.stream()
            .filter(one -> Forms.isAt(declared, one.localPath(), one.remotePath()))
            .toList();
    if (found.size() != (declared.absent() ? 0 : 1)) {
      String words = found.size() + " are there";
      unlike.add(new Unlike(connection.name(), declared.local(), "state", words));
    } else if (!declared.absent()) {
      compare(
          connection.name(), declared.local(), declared.settings(), found.getFirst().settings());
    }
  }

  private void compare(
      String connection,
      String task,
      Map<String, JsonNode> declared,
      Map<String, JsonNode> settings) {
    declared.forEach((field, wanted) -> {
      JsonNode is = settings.getOrDefault(field, MissingNode.getInstance());
      if (!Forms.same(field, wanted, is)) {
        unlike.add(new Unlike(connection, task, field, "is " + is + ", declared " + wanted));
      }
    });
  }
}
