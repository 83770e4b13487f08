package org.meshbed.nodes.dialect;

import java.util.List;

/**
 * Why a message was refused, before any dialect or vendor gave it a form.
 *
 * @param check the check that objected
 * @param status the status the specification asks for
 * @param code upper-case words with {@code _}, the {@code message} of the error body
 * @param invalid the fields that were wrong, for {@code validationErrors}
 * @param why in words, for the journal; no secrets
 * @param kind what a vendor may answer apart, where the code does not tell it; else the code
 */
public record Refusal(String check, int status, String code, List<Invalid> invalid, String why, String kind) {
    public Refusal {
        invalid = List.copyOf(invalid);
    }

    public Refusal(String check, int status, String code, List<Invalid> invalid, String why) {
        this(check, status, code, invalid, why, code);
    }

    /** The same, for a vendor that answers this kind apart. */
    public Refusal as(String other) {
        return new Refusal(check, status, code, invalid, why, other);
    }

    public static Refusal of(String check, int status, String code, String why) {
        return new Refusal(check, status, code, List.of(), why);
    }

    public record Invalid(String name, String message) {}
}
