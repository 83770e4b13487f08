package org.meshbed.simulator.oracle;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How one rule, or several that say the same, is held against an exchange of one kind.
 *
 * @param blames which of the two servers breaks it
 * @param asked what would be right, in a few words
 * @param look answers what was seen instead, or nothing where all is well or the rule does not speak of this exchange
 */
record Check(List<Rule> rules, Kind kind, Blame blames, String asked, Function<Seen, String> look) {
    static final String FINE = "";

    /** The side that a check is about. */
    enum Blame {
        CALLER,
        CALLEE
    }

    /** @param ids one or more, separated by blanks */
    static Check caller(Kind kind, String ids, String asked, Function<Seen, String> look) {
        return new Check(rules(ids), kind, Blame.CALLER, asked, look);
    }

    static Check callee(Kind kind, String ids, String asked, Function<Seen, String> look) {
        return new Check(rules(ids), kind, Blame.CALLEE, asked, look);
    }

    private static List<Rule> rules(String ids) {
        return List.of(ids.split(" ")).stream().map(Rules::get).toList();
    }

    /** Whether one of its rules belongs to this version. */
    boolean holdsIn(Version version) {
        for (var rule : rules) if (rule.holdsIn(version)) return true;
        return false;
    }

    static String unless(boolean holds, String seen) {
        return holds ? FINE : seen;
    }

    /** Most messages are right: what else was seen is put into words only then. */
    static String unless(boolean holds, Supplier<String> seen) {
        return holds ? FINE : seen.get();
    }
}
