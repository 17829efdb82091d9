package io.cloudsyncctl.simulator.script;

/** When a person does something. */
public sealed interface Trigger {
  /** Just before the HTTP request of this number takes effect, or the next that does. */
  record AtRequest(int number) implements Trigger {}

  /** Just before the n-th call of a method takes effect, counted since the script began. */
  record BeforeCall(String method, int nth) implements Trigger {}

  /** Just after the n-th call of a method took effect, before it is answered. */
  record AfterCall(String method, int nth) implements Trigger {}
}
