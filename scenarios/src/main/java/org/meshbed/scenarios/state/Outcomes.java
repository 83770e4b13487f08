package org.meshbed.scenarios.state;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.meshbed.nodes.party.Told;

/** What people were told in this scenario, in order. Safe for several that act at once. */
public final class Outcomes {
    private final List<Outcome> all = new CopyOnWriteArrayList<>();
    private final Map<String, Outcome> last = new ConcurrentHashMap<>();

    /**
     * Somebody did something and was told something.
     *
     * @param expected whether a sentence has spoken of the outcome
     */
    record Outcome(String who, String what, Told<?> told, AtomicBoolean expected) {
        @Override
        public String toString() {
            return who + " " + what + ": " + told.getClass().getSimpleName() + " (" + told.words() + ")";
        }
    }

    void add(String who, String what, Told<?> told) {
        var outcome = new Outcome(who, what, told, new AtomicBoolean(told.happened()));
        all.add(outcome);
        last.put(who, outcome);
    }

    /** What this person was told last; a sentence that asks has taken notice of it. */
    public Told<?> last(String who) {
        var outcome = last.get(who);
        if (outcome == null) throw new IllegalStateException(who + " has done nothing yet that they were told about");
        outcome.expected().set(true);
        return outcome.told();
    }

    /** What happened when people acted at once may differ from run to run: refusals among it are no surprise. */
    public void takeAsTheyCome() {
        all.forEach(outcome -> outcome.expected().set(true));
    }

    /** Actions that did not succeed although no sentence said so. */
    public List<String> surprises() {
        return all.stream()
                .filter(outcome -> !outcome.expected().get())
                .map(Outcome::toString)
                .toList();
    }

    /** Everything so far, a line for each. */
    public List<String> lines() {
        return all.stream().map(Outcome::toString).toList();
    }

    /** How many there were so far. */
    public int count() {
        return all.size();
    }

    /** What was told since there were so many; whoever asks takes notice of it. */
    public List<Told<?>> since(int count) {
        var later = List.copyOf(all.subList(count, all.size()));
        later.forEach(outcome -> outcome.expected().set(true));
        return later.stream().<Told<?>>map(Outcome::told).toList();
    }
}
