package org.meshbed.simulator.oracle;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Something that has to follow, sooner or later: whether it did is judged when the run is over.
 *
 * @param seen the exchange from which it follows
 * @param blames who has to do it
 * @param what happened instead, where it does not follow
 */
record Promise(List<Rule> rules, Seen seen, Check.Blame blames, String what, String asked, BooleanSupplier kept) {

    /** @param ids of the rules that ask for it, separated by blanks */
    static Promise of(String ids, Seen seen, Check.Blame blames, String what, String asked, BooleanSupplier kept) {
        return new Promise(List.of(ids.split(" ")).stream().map(Rules::get).toList(), seen, blames, what, asked, kept);
    }
}
