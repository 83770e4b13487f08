package org.meshbed.scenarios.vendors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.QuirkWords;
import org.meshbed.nodes.vendor.Setting;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Family;
import org.meshbed.nodes.vendor.quirk.Template;
import org.meshbed.simulator.columns.Columns;

/** The page of all quirk types and settings, and of the vendors that have them, in Markdown. */
public final class QuirksPage {
    private static final String HEAD = """
            # Quirks and settings

            This page is made by `./meshbed vendors --page`; a test holds it against the code.

            A profile is a YAML file: a base dialect, and the quirks in which a product differs from it. Each quirk has a \
            type of this page, a value, the rules that it bends, and the evidence that it rests on \
            (`level: observed, source, tests, issue, third-party, inferred`; what was observed names recording and step). \
            `./meshbed vendors show reference/1.5` shows one, `./meshbed vendors new acme --like reference/1.5` writes one \
            of your own.

            A quirk of one part is written as its value alone, one of several parts as a map. Times are written `500ms`, \
            `10s`, `15min`, `24h`, `7d`. A type whose value is a map, rows or shapes may stand in a profile several times, \
            each time with evidence of its own; a profile that extends it, or a setting, changes single parts.

            """;

    private final StringBuilder page = new StringBuilder(HEAD);
    private final List<Profile> profiles;
    private final QuirkWords words = QuirkWords.read();

    private QuirksPage(List<Profile> profiles) {
        this.profiles = profiles;
    }

    /** The whole page, of the profiles that ship. */
    public static String of(List<String> names) {
        return new QuirksPage(names.stream().map(Columns::read).toList()).whole();
    }

    private String whole() {
        section("## Vendors");
        profiles.forEach(p -> line("- `" + p.name() + "`: " + p.covers() + ". " + Shown.evidence(p) + "."));
        quirks();
        settings();
        values();
        checks();
        facts();
        return page.toString();
    }

    private void quirks() {
        section("## Quirk types");
        for (var name : words.types()) {
            section("### " + name);
            line(words.of(name));
            line("");
            var having = having(name);
            line(having.isEmpty() ? "No vendor has it." : "Vendors: " + String.join(", ", having) + ".");
        }
    }

    private List<String> having(String type) {
        var having = new ArrayList<String>();
        for (var profile : profiles) {
            if (profile.quirks().stream().anyMatch(d -> d.quirk().name().equals(type)))
                having.add("`" + profile.name() + "`");
            for (var setting : profile.settings().values())
                for (var value : setting.values().entrySet())
                    if (value.getValue().stream().anyMatch(d -> d.quirk().name().equals(type)))
                        having.add("`" + profile.name() + "[" + setting.name() + "=" + value.getKey() + "]`");
        }
        return having;
    }

    private void settings() {
        section("## Settings");
        line("What an operator of the product can switch. The first value is the default.");
        line("");
        line("| setting | values | vendors |");
        line("|---|---|---|");
        var rows = new TreeMap<String, List<String>>();
        for (var profile : profiles)
            for (var setting : profile.settings().values())
                rows.computeIfAbsent("| " + setting.name() + " | " + values(setting), _ -> new ArrayList<>())
                        .add("`" + profile.name() + "`");
        rows.forEach((row, vendors) -> line(row + " | " + String.join(", ", vendors) + " |"));
    }

    private static String values(Setting setting) {
        var values = new ArrayList<>(setting.values().keySet());
        values.remove(setting.otherwise());
        values.addFirst(setting.otherwise());
        return values.stream().map(v -> "`" + v + "`").collect(Collectors.joining(", "));
    }

    private void values() {
        section("## Values");
        for (var name : words.values()) {
            section("### " + name);
            line(words.of(name));
        }
    }

    private void checks() {
        section("## Checks");
        line(
                "By the family of messages, in their usual order; their answers go by these names and `accepted`, for the");
        line("message that passed all. `check/CODE` is the answer of a check to one of its codes alone.");
        line("");
        for (var family : Family.values()) line("- " + family.word() + ": " + ticked(family.checks()));
    }

    private void facts() {
        section("## Facts");
        line("What conditions and templates may speak of:");
        line("");
        for (Map.Entry<String, String> root : Facts.ROOTS.entrySet())
            line("- `" + root.getKey() + "`: " + root.getValue());
        line("");
        line("What can be made of a fact, behind a bar: " + ticked(Template.Filter.words()) + ".");
    }

    private static String ticked(List<String> words) {
        return words.isEmpty() ? "none" : words.stream().map(w -> "`" + w + "`").collect(Collectors.joining(", "));
    }

    private void section(String title) {
        line("");
        line(title);
        line("");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
