package io.cloudsyncctl.simulator.truth;

/**
 * Whose doing an event is.
 *
 * @param who the client's login, the line of the person's script, or the behaviour of the device
 * @param cause the method or the deed
 */
public record Author(Event.Actor actor, String who, String cause) {

  public static Author client(String login, String method) {
    return new Author(Event.Actor.CLIENT, login, method);
  }

  public static Author person(String where, String deed) {
    return new Author(Event.Actor.PERSON, where, deed);
  }

  public static Author device(String behaviour, String cause) {
    return new Author(Event.Actor.DEVICE, behaviour, cause);
  }
}
