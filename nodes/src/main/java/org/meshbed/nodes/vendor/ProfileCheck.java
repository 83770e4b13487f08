package org.meshbed.nodes.vendor;

import java.util.ArrayList;
import java.util.List;
import org.meshbed.nodes.vendor.quirk.Answered;
import org.meshbed.nodes.vendor.quirk.Check;
import org.meshbed.nodes.vendor.quirk.CheckNames;
import org.meshbed.nodes.vendor.quirk.Family;
import org.meshbed.nodes.vendor.quirk.Ordered;

/** Looks at a profile as a whole, for what no single place shows. */
final class ProfileCheck {
    private final YamlView root;
    private final Profile profile;

    ProfileCheck(YamlView root, Profile profile) {
        this.root = root;
        this.profile = profile;
    }

    void whole() {
        profile.quirks().forEach(this::changesSomething);
        all().forEach(this::answersChecksThatThereAre);
        profile.settings().values().forEach(this::setsWhatThereIs);
        profile.ground().unknown().forEach(this::isNotAnswered);
    }

    private List<Declared> all() {
        var all = new ArrayList<>(profile.quirks());
        profile.settings().values().forEach(s -> s.values().values().forEach(all::addAll));
        return all;
    }

    private void changesSomething(Declared declared) {
        if (Usual.is(declared.quirk(), profile))
            throw wrong(declared, "'" + declared.quirk().name() + "' is what the dialect does anyway; leave it out");
    }

    private void answersChecksThatThereAre(Declared declared) {
        if (!(declared.quirk() instanceof Answered answered)) return;
        var family = QuirkReader.family(answered.getClass());
        var known = known(family);
        for (var name : answered.answers().keySet()) {
            var check = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
            if (!known.contains(check))
                throw wrong(declared, "'" + check + "' is no " + family.word() + " check" + Nearest.hint(check, known));
        }
    }

    private List<String> known(Family family) {
        var known = new ArrayList<>(family.checks());
        known.addAll(List.of(CheckNames.ACCEPTED, "body-small-enough", "request-in-time"));
        if (family == Family.LEGACY) known.addAll(CheckNames.LEGACY_NEWS);
        if (family == Family.LEGACY || family == Family.NOTIFICATION) known.addAll(CheckNames.RESHARES);
        for (var declared : all())
            if (declared.quirk() instanceof Ordered ordered && ordered.getClass() == family.order())
                ordered.order().stream().map(Check::name).forEach(known::add);
        return known;
    }

    private void setsWhatThereIs(Setting setting) {
        for (var sets : setting.sets().values())
            for (var one : sets.entrySet()) {
                var other = profile.settings().get(one.getKey());
                if (other == null)
                    throw root.wrong("setting '" + setting.name() + "' sets '" + one.getKey() + "', which is no setting"
                            + Nearest.hint(one.getKey(), profile.settings().keySet()));
                if (!other.values().containsKey(one.getValue()))
                    throw root.wrong("setting '" + setting.name() + "' sets '" + one.getKey() + "' to '"
                            + one.getValue() + "', which is no value of it"
                            + Nearest.hint(one.getValue(), other.values().keySet()));
            }
    }

    private void isNotAnswered(Ground.Unknown unknown) {
        for (var declared : profile.quirks())
            if (declared.quirk().name().equals(unknown.quirk()))
                throw wrong(declared, "'" + unknown.quirk() + "' is unknown and declared at once");
    }

    private static BadProfile wrong(Declared declared, String message) {
        return new BadProfile(declared.place() + ": " + message);
    }
}
