package org.meshbed.scenarios.control;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.meshbed.nodes.party.Told;
import org.meshbed.scenarios.sentence.Glue;
import org.meshbed.scenarios.sentence.NotASentence;
import org.meshbed.scenarios.sentence.Sentence;
import org.meshbed.scenarios.sentence.Sentences;
import org.meshbed.scenarios.state.ScenarioState;
import org.meshbed.scenarios.state.UnsupportedHere;

/**
 * Says sentences to one mesh, one at a time, and remembers: a file that one sentence speaks of is known to the next. All
 * sentences belong to one long scenario, bound by {@link org.meshbed.scenarios.state.Bindings} before it begins.
 */
public final class Conversation implements Talk {
    /** Held while a sentence is done: whoever speaks meanwhile waits. */
    private final ReentrantLock turn = new ReentrantLock();

    private final Sentences sentences;
    private final ScenarioState state = new ScenarioState();
    private final Glue glue;

    public Conversation(Sentences sentences) {
        this.sentences = sentences;
        this.glue = new Glue(sentences.glue(), state);
    }

    @Override
    public Answer say(String sentence) {
        turn.lock();
        try {
            return answer(sentence);
        } finally {
            turn.unlock();
        }
    }

    private Answer answer(String sentence) {
        var before = state.outcomes().count();
        try {
            var spoken = sentences.find(sentence);
            spoken.in(glue).run();
            return told(spoken.sentence(), state.outcomes().since(before));
        } catch (NotASentence e) {
            return new Answer(Answer.Kind.NOT_UNDERSTOOD, List.of(words(e)));
        } catch (AssertionError | UnsupportedHere e) {
            return new Answer(Answer.Kind.FAILED, List.of(words(e)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            // a name that nobody has, a node that is not there: said in a way that cannot be done
            return new Answer(Answer.Kind.NOT_UNDERSTOOD, List.of(words(e)));
        } catch (RuntimeException e) {
            return new Answer(Answer.Kind.BROKEN, List.of("broken: " + e));
        }
    }

    private static Answer told(Sentence sentence, List<Told<?>> told) {
        if (told.isEmpty())
            return new Answer(Answer.Kind.DONE, List.of(sentence.keyword().equals("Then") ? "it is so" : "done"));
        var done = told.stream().allMatch(Told::happened);
        return new Answer(
                done ? Answer.Kind.DONE : Answer.Kind.FAILED,
                told.stream().map(Told::words).toList());
    }

    private static String words(Throwable thrown) {
        return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
    }
}
