package org.meshbed.simulator.calibration.compare;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Compares forms and queries field by field, in order. */
final class FormBodies {
    private final Findings findings;

    FormBodies(Findings findings) {
        this.findings = findings;
    }

    void compare(String where, String real, String own) {
        var there = fields(real);
        var here = new ArrayList<>(fields(own));
        for (var field : there) {
            var place = where + " " + field.name();
            var other = here.stream().filter(f -> f.name().equals(field.name())).findFirst();
            other.ifPresent(here::remove);
            if (other.isEmpty()) findings.missing(place, field.value());
            else
                findings.text(
                        place,
                        Role.ofMember(field.name()),
                        field.value(),
                        other.get().value());
        }
        here.forEach(field -> findings.extra(where + " " + field.name(), field.value()));
    }

    private record Field(String name, String value) {}

    private static List<Field> fields(String text) {
        var fields = new ArrayList<Field>();
        if (text.isEmpty()) return fields;
        for (var pair : text.split("&", -1)) {
            var equals = pair.indexOf('=');
            fields.add(
                    equals < 0
                            ? new Field(decoded(pair), "")
                            : new Field(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
