package org.meshbed.nodes.vendor.quirk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.Refusal.Invalid;

/** What templates may say of a refusal. */
final class RefusalFacts {
    private RefusalFacts() {}

    /** @param each the line for every field that was wrong */
    static Facts of(Facts facts, Refusal refusal, Optional<String> each) {
        var values = new LinkedHashMap<String, String>();
        values.put("check", refusal.check());
        values.put("code", refusal.code());
        values.put("why", refusal.why());
        values.put("names", refusal.invalid().stream().map(Invalid::name).collect(Collectors.joining(", ")));
        values.put("commas", refusal.invalid().stream().map(Invalid::name).collect(Collectors.joining(",")));
        refusal.invalid().stream().findFirst().ifPresentOrElse(first -> values.putAll(named(first)), () -> {
            values.put("name", "");
            values.put("kind", "");
        });
        each.ifPresent(line -> {
            var lines = refusal.invalid().stream()
                    .map(i -> Template.text(line, facts.and("refusal", named(i))))
                    .toList();
            values.put("each", String.join("\n", lines));
            values.put("list", String.join(",", lines));
        });
        return facts.and("refusal", values);
    }

    private static Map<String, String> named(Invalid invalid) {
        var values = new LinkedHashMap<String, String>();
        values.put("name", invalid.name());
        values.put("kind", invalid.message());
        return values;
    }
}
