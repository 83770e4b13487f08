package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.meshbed.nodes.party.Told;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.sentence.Glue;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.ScenarioState;

/** People who act at the same time. */
public final class TogetherSteps {
    private final ScenarioState state;

    public TogetherSteps(ScenarioState state) {
        this.state = state;
    }

    /** All sentences are understood, all nodes are up, and everybody has looked at their lists before the first acts. */
    @When("at the same time:")
    public void atOnce(List<String> sentences) {
        state.nodes().startAll();
        var glue = new Glue(AllSteps.sentences().glue(), state);
        var steps = sentences.stream()
                .map(sentence -> AllSteps.sentences().find(sentence).in(glue))
                .toList();
        state.lookAround();
        state.shares().actFromMemory(true);
        try {
            var failures = state.mesh()
                    .atOnce(steps.stream().map(TogetherSteps::attempt).toList());
            failures.stream().flatMap(Optional::stream).findFirst().ifPresent(TogetherSteps::raise);
        } finally {
            state.shares().actFromMemory(false);
            state.outcomes().takeAsTheyCome();
        }
    }

    private static Callable<Optional<Throwable>> attempt(Runnable step) {
        return () -> {
            try {
                step.run();
                return Optional.empty();
            } catch (RuntimeException | AssertionError failure) {
                return Optional.of(failure);
            }
        };
    }

    private static void raise(Throwable failure) {
        if (failure instanceof Error error) throw error;
        if (failure instanceof RuntimeException known) throw known;
    }

    @Then("one of {party} and {party} is told that it is done")
    public void oneDone(Party a, Party b) {
        one(a, b, Told::happened, "told that it is done");
    }

    @Then("one of {party} and {party} is refused")
    public void oneRefused(Party a, Party b) {
        one(a, b, told -> told instanceof Told.Refused, "refused");
    }

    private void one(Party a, Party b, java.util.function.Predicate<Told<?>> which, String words) {
        var told = List.<Told<?>>of(
                state.outcomes().last(a.name()), state.outcomes().last(b.name()));
        state.now(
                told,
                t -> Expectation.unless(
                        t.stream().filter(which).count() == 1,
                        "exactly one of " + a + " and " + b + " should have been " + words));
    }
}
