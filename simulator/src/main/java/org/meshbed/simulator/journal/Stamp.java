package org.meshbed.simulator.journal;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * What every entry has: its place in the journal and what it belongs to. Words that do not apply are empty.
 *
 * @param number counted from 1, without gaps
 * @param time on the clock of the mesh
 * @param run which run of Meshbed, in the words of whoever opened the journal
 * @param scenario name of the scenario, empty outside of one
 * @param step the sentence being done, empty outside of one
 * @param node the node that acts: the caller of an exchange, the testifying node, the node a person is at
 * @param incarnation of that node, counted from 1; 0 where it was not told
 * @param story the share or invite this belongs to, derived from content: {@code share 7f3a} or {@code invite secret#2}
 * @param inside the exchange that was being answered meanwhile
 */
public record Stamp(
        long number,
        Instant time,
        String run,
        String scenario,
        String step,
        String node,
        int incarnation,
        String story,
        OptionalLong inside) {}
