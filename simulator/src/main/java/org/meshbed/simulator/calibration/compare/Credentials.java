package org.meshbed.simulator.calibration.compare;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Compares {@code Authorization}: the scheme as it is, what opens by role; a signature in it part by part. */
public final class Credentials {
    private final Findings findings;

    Credentials(Findings findings) {
        this.findings = findings;
    }

    void compare(String where, String real, String own) {
        var there = split(real);
        var here = split(own);
        if (!there.scheme().equals(here.scheme())) {
            findings.add(where, real, own);
            return;
        }
        switch (there.scheme()) {
            case "Signature" -> new Signatures(findings).signature(where, there.rest(), here.rest());
            case "Basic" -> basic(where, real, own);
            default -> findings.text(where, Role.MADE_UP, there.rest(), here.rest());
        }
    }

    private void basic(String where, String real, String own) {
        var there = basic(real);
        var here = basic(own);
        if (there.isPresent() && here.isPresent()) findings.text(where, Role.MADE_UP, there.get(), here.get());
        else findings.text(where, Role.EXACT, real, own);
    }

    /** User and password of a Basic authorization, joined by a colon; empty where it is none. */
    public static Optional<String> basic(String authorization) {
        var parts = split(authorization);
        if (!parts.scheme().equalsIgnoreCase("Basic")) return Optional.empty();
        try {
            return Optional.of(
                    new String(Base64.getDecoder().decode(parts.rest().strip()), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private record Parts(String scheme, String rest) {}

    private static Parts split(String authorization) {
        var blank = authorization.indexOf(' ');
        return blank < 0
                ? new Parts(authorization, "")
                : new Parts(authorization.substring(0, blank), authorization.substring(blank + 1));
    }
}
