package io.cloudsyncctl.simulator.state;

import io.cloudsyncctl.simulator.device.DeviceState;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The state tree as the device sees it. */
public record TreeState(StateTree tree) implements DeviceState {

  @Override
  public ObjectNode config() {
    return tree.config();
  }

  @Override
  public JsonNode personal() {
    return tree.root().path("personal_config");
  }

  @Override
  public ObjectNode connectionList() {
    return tree.connectionList();
  }

  @Override
  public List<ObjectNode> listed() {
    return tree.listed();
  }

  @Override
  public boolean hasConnection(long connection) {
    return listed().stream().anyMatch(entry -> entry.path("id").longValue() == connection);
  }

  @Override
  public boolean hasTask(long task) {
    return tree.hasTask(task);
  }

  @Override
  public ObjectNode settings(long connection) {
    return tree.settings(connection);
  }

  @Override
  public void storeSettings(long connection, ObjectNode settings) {
    tree.storeSettings(connection, settings);
  }

  @Override
  public ObjectNode tasks(long connection) {
    return tree.tasks(connection);
  }

  @Override
  public long connectionOf(long task) {
    return tree.connectionOf(task);
  }

  @Override
  public ObjectNode filters(long task) {
    return tree.filters(task);
  }

  @Override
  public void storeFilters(long task, ObjectNode filters) {
    tree.storeFilters(task, filters);
  }

  @Override
  public JsonNode taskOptions(long task) {
    return tree.taskOptions(task);
  }

  @Override
  public void storeTaskOptions(long task, ObjectNode options) {
    tree.storeTaskOptions(task, options);
  }

  @Override
  public ObjectNode logs(long connection) {
    return tree.logs(connection);
  }

  @Override
  public void storeLogs(long connection, ObjectNode logs) {
    tree.storeLogs(connection, logs);
  }

  @Override
  public long addTask(long connection, ObjectNode task) {
    return tree.addTask(connection, task);
  }

  @Override
  public long addConnection(ObjectNode listed) {
    return tree.addConnection(listed);
  }

  @Override
  public void removeTask(long task) {
    tree.removeTask(task);
  }

  @Override
  public void removeConnection(long connection) {
    tree.removeConnection(connection);
  }

  @Override
  public void ask(long connection, boolean pause) {
    ConnectionPauses.ask(tree, tree.listed(connection), pause);
  }

  @Override
  public void force(long connection, boolean pause) {
    ConnectionPauses.set(tree, tree.listed(connection), pause);
    summarise();
  }

  @Override
  public void summarise() {
    ConnectionPauses.summarise(tree);
  }
}
