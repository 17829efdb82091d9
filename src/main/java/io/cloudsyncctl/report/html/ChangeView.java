package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;

/**
 * One change.
 *
 * @param kind the class in the style sheet
 * @param sign a character that tells the kinds apart
 * @param phrase what happens
 * @param blocked why it cannot be carried out, or nothing
 * @param remarks what else there is to say
 * @param steps what a person has to do, in order
 * @param tasks what goes with it
 * @param place where it is declared; nothing where each field says so
 */
public record ChangeView(
    String kind,
    String sign,
    String phrase,
    String blocked,
    ImmutableList<String> remarks,
    ImmutableList<String> steps,
    ImmutableList<String> tasks,
    ImmutableList<FieldView> fields,
    ImmutableList<RiskView> risks,
    ImmutableList<NoteView> notes,
    String place) {}
