package io.cloudsyncctl.simulator.state;

import io.cloudsyncctl.simulator.device.Habits;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a simulated NAS holds: the data of every getter. It is read from and written to state files
 * and may be used by many threads at once.
 *
 * <p>A state file is a JSON object with {@code format} ({@code cloudsyncctl-state}), {@code
 * version} (1), {@code get_config}, {@code list_conn}, {@code connections} and {@code tasks}, the
 * last two by id, each with the {@code data} of its getters as they were answered. Optional beside
 * them: {@code refused}, the codes of getters that are refused, alike by id and method; and never
 * in a capture: {@code get_conn_auth_info} of a connection (placeholders else), its {@code owner}
 * (a user's name; the administrator's else), {@code write_only} of a task of an old package (what
 * was last written of its options), {@code shares} (the names of the shared folders; every share
 * exists else) and {@code personal_config} (user to {@code sync_mode}, for users other than the
 * administrator). Unknown members are kept.
 */
public final class SimulatedState {
  private final ReentrantLock lock = new ReentrantLock();
  private StateTree tree;

  private SimulatedState(ObjectNode root) {
    this.tree = new StateTree(root);
  }

  /** The state in which every getter answers the document's example. */
  public static SimulatedState document() {
    return new SimulatedState(Seeds.resource("document.json"));
  }

  /** A small architecture office with four clouds, among them an Amazon S3 bucket. */
  public static SimulatedState demo() {
    return new SimulatedState(Seeds.resource("demo.json"));
  }

  /**
   * A large NAS, the same one every time.
   *
   * @param connections how many connections
   * @param tasks how many tasks in all, spread evenly
   */
  public static SimulatedState large(int connections, int tasks) {
    return load(LargeSeed.of(connections, tasks));
  }

  /**
   * Reads a state file.
   *
   * @throws SimulatorStateException where it is not a state file of this version
   */
  public static SimulatedState load(Path file) {
    return new SimulatedState(StateFile.read(file));
  }

  /**
   * Takes over a state in memory; the given JSON is copied.
   *
   * @throws SimulatorStateException where it is not a state of this version
   */
  public static SimulatedState load(JsonNode json) {
    return new SimulatedState(StateFile.check("state", json.deepCopy()));
  }

  /** A copy of everything, in the shape of a state file. */
  public JsonNode toJson() {
    return within(current -> current.root().deepCopy());
  }

  /**
   * Writes a state file.
   *
   * @throws SimulatorStateException where it cannot be written
   */
  public void save(Path file) {
    StateFile.write(file, within(current -> current.root().deepCopy()));
  }

  /**
   * Changes the state as somebody else at the NAS would: behind the back of every client. The total
   * of a list follows its entries, unless it is changed itself.
   *
   * @param change edits a copy of the state file's JSON, which then becomes the state
   * @throws SimulatorStateException where the result is no state any more; nothing is changed then
   */
  public void edit(Consumer<ObjectNode> change) {
    within(current -> {
      ObjectNode copy = current.root().deepCopy();
      change.accept(copy);
      Totals.count(current.root(), copy);
      StateTree edited = new StateTree(StateFile.check("edited state", copy));
      edited.succeed(current);
      edited.habits().edited(new TreeState(current), new TreeState(edited));
      tree = edited;
      return copy;
    });
  }

  /** The options of a task; empty while an old package has not been told them. */
  public Optional<TaskOptions> taskOptions(long sessionId) {
    return within(current ->
        current.taskOptions(sessionId) instanceof ObjectNode stored
            ? Optional.of(TaskOptions.of(stored))
            : Optional.empty());
  }

  /** From now on the package has no {@code get_session_setting}. */
  public void becomeOldPackage() {
    within(current -> {
      current.becomeOldPackage();
      return current;
    });
  }

  /** Serves this state in the way of a device. */
  public void behave(Habits habits) {
    within(current -> {
      current.habits(habits);
      return current;
    });
  }

  /** Runs something while nobody else sees or changes the state, once what came due is done. */
  public <T> T within(Function<StateTree, T> work) {
    lock.lock();
    try {
      tree.habits().settle(new TreeState(tree));
      return work.apply(tree);
    } finally {
      lock.unlock();
    }
  }
}
