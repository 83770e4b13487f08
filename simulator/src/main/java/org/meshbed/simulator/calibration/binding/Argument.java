package org.meshbed.simulator.calibration.binding;

import java.util.List;
import java.util.regex.Pattern;

/** Where an argument of an action is taken from. */
public sealed interface Argument {
    /** As it stands in the bindings. */
    record Text(String text) implements Argument {}

    /** A group of the pattern of the call or note, from 1. */
    record Group(int number) implements Argument {}

    /** The same, read as base64. */
    record Decoded(int number) implements Argument {}

    /** The same, its percent signs read as in a URL. */
    record Unescaped(int number) implements Argument {}

    /** The first group of a pattern that is found in the words of the step. */
    record InStep(Pattern pattern) implements Argument {}

    /** A JSON pointer into the first call that the server made for it. */
    record Caused(String pointer) implements Argument {}

    /** The first group of a pattern that is found in method and target of a call that the server made for it. */
    record Called(Pattern pattern) implements Argument {}

    /** The body of the first call of this method that the server made for it. */
    record Sent(String method) implements Argument {}

    /** The first of these that gives something. */
    record FirstOf(List<Argument> these) implements Argument {
        public FirstOf {
            these = List.copyOf(these);
        }
    }

    /** A JSON pointer into the recorded request. */
    record InRequest(String pointer) implements Argument {}

    /** A JSON pointer into the recorded answer. */
    record InAnswer(String pointer) implements Argument {}

    /** A field of the recorded form or query. */
    record Field(String name) implements Argument {}

    /** The user of the Basic authorization. */
    record BasicUser() implements Argument {}

    /** What an earlier action was told to remember under this key. */
    record Remembered(Argument key) implements Argument {}

    /** The first group of a pattern that is found in the header {@code Destination} of the recorded request. */
    record Destination(Pattern pattern) implements Argument {}

    /** The body of the recorded request. */
    record Body() implements Argument {}
}
