package io.cloudsyncctl.witness;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies one file until nothing is left to do, as a person would who accepts what is asked. */
public final class Settling {
  private static final int MOST = 4;

  /** Between two applies. */
  private static final Duration LATER = Duration.ofMinutes(20);

  /** What a refusal says can be added, as a shell takes it. */
  private static final Pattern ASKED = Pattern.compile("(--accept-risk|--recreate) ('[^']*'|\\S+)");

  private Settling() {}

  /** The last of the applies: it had nothing more to do, or says what it cannot. */
  public static Run of(World world, String machine, Path file, List<String> consent) {
    List<String> options = new ArrayList<>(consent);
    Run run = world.execute(world.prepare(machine, file, "apply", options));
    for (int i = 1; i < MOST && run.code() != 0 && run.code() != 6; i++) {
      world.pass(LATER);
      boolean asked = add(options, run.said());
      if (run.code() == 3 && !asked) {
        return run;
      }
      run = world.execute(world.prepare(machine, file, "apply", options));
    }
    if (run.code() == 0) {
      world.execute(world.prepare(machine, file, "plan", List.of("--detailed-exitcode")));
    }
    return run;
  }

  private static boolean add(List<String> options, String said) {
    boolean added = false;
    Matcher matcher = ASKED.matcher(said);
    while (matcher.find()) {
      String value = matcher.group(2).replace("'", "");
      if (!options.contains(value)) {
        options.add(matcher.group(1));
        options.add(value);
        added = true;
      }
    }
    return added;
  }

  /** What is wrong with the last of the applies: it neither converges nor says what is left. */
  public static List<String> notNamed(World world, Run last) {
    List<String> wrong = new ArrayList<>();
    switch (last.code()) {
      case 0 -> {
        Run plan = world.runs().getLast();
        if (plan.code() != 0) {
          wrong.add(plan + " has changes right after an apply that ended with 0");
        }
      }
      case 65 -> {
        if (!last.said().contains("error[")) {
          wrong.add(last + " does not say what is wrong with the file");
        }
      }
      case 3, 6 ->
          ThirdParty.differences(last.declared(), world.nas().truth()).stream()
              .filter(unlike -> !unlike.isNamedIn(last.said()))
              .forEach(unlike -> wrong.add(last + " does not name what is left: " + unlike));
      default -> wrong.add(last + " still ends with " + last.code() + " on a perfect NAS");
    }
    return wrong;
  }
}
