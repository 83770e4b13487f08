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
 */
public record Refusal(String check, int status, String code, List<Invalid> invalid, String why) {
    public Refusal {
        invalid = List.copyOf(invalid);
    }

    public static Refusal of(String check, int status, String code, String why) {
        return new Refusal(check, status, code, List.of(), why);
    }

    public record Invalid(String name, String message) {}
}
