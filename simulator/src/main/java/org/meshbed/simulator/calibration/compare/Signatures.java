package org.meshbed.simulator.calibration.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares signature headers: labels, what is signed in which order, names of parameters and of algorithms as they are;
 * moments, nonces and the signature itself by role.
 */
final class Signatures {
    private final Findings findings;

    Signatures(Findings findings) {
        this.findings = findings;
    }

    /** {@code Signature-Input} of RFC 9421. */
    void input(String where, String real, String own) {
        var there = parts(real, ';');
        var here = parts(own, ';');
        for (var i = 0; i < Math.max(there.size(), here.size()); i++) {
            if (i >= here.size()) findings.missing(where, there.get(i));
            else if (i >= there.size()) findings.extra(where, here.get(i));
            else parameter(where, there.get(i), here.get(i));
        }
    }

    /** {@code Signature}: a label and base64, or the parameters of draft-cavage. */
    void signature(String where, String real, String own) {
        var there = parts(real, ',');
        var here = parts(own, ',');
        if (there.size() != here.size()) findings.add(where, real, own);
        else for (var i = 0; i < there.size(); i++) parameter(where, there.get(i), here.get(i));
    }

    private void parameter(String where, String real, String own) {
        var there = name(real);
        if (!there.equals(name(own))) {
            findings.add(where, real, own);
            return;
        }
        var value = real.substring(there.length());
        var other = own.substring(there.length());
        switch (there.strip()) {
            case "created=", "expires=" -> findings.text(where + " " + there, Role.NOW, digits(value), digits(other));
            case "nonce=" -> findings.text(where + " " + there, Role.MADE_UP, value, other);
            case "signature=" -> length(where + " " + there, value, other);
            default -> {
                if (value.startsWith(":")) length(where + " " + there, value, other);
                else findings.text(where + " " + there, Role.EXACT, value, other);
            }
        }
    }

    private static String digits(String value) {
        return value.replace("\"", "").strip();
    }

    private void length(String where, String real, String own) {
        if (real.length() != own.length()) findings.add(where, real, own + "  (another length)");
    }

    /** The algorithm as it is; its value follows from the body, which is compared by itself. */
    void digest(String where, String real, String own) {
        var there = name(real);
        if (!there.equals(name(own)) || real.length() != own.length()) findings.add(where, real, own);
    }

    private static String name(String part) {
        var equals = part.indexOf('=');
        return equals < 0 ? part : part.substring(0, equals + 1);
    }

    /** Cuts at the sign, outside of quotes and brackets. */
    private static List<String> parts(String text, char sign) {
        var parts = new ArrayList<String>();
        var start = 0;
        var quoted = false;
        var depth = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            else if (!quoted && c == '(') depth++;
            else if (!quoted && c == ')') depth--;
            else if (!quoted && depth == 0 && c == sign) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
