package io.cloudsyncctl.simulator.script;

/**
 * One line of a script.
 *
 * @param line its number, from 1
 * @param trigger when
 * @param deed what
 * @param text the deed as it is written
 */
public record Step(int line, Trigger trigger, Deed deed, String text) {}
