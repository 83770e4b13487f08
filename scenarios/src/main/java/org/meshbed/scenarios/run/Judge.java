package org.meshbed.scenarios.run;

import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestStep;
import io.cucumber.plugin.event.TestStepFinished;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.meshbed.scenarios.state.UnsupportedHere;

/**
 * Finds the verdict on one scenario from how its steps ended. A {@code Given} that fails blocks the scenario, since what
 * it claims was never reached; an {@code And} is what the step before it is.
 */
final class Judge {
    private record Finding(Verdict verdict, Failure failure) {}

    private static final Finding SILENT = new Finding(
            Verdict.BROKEN, new Failure("", 0, "there is no sentence in it; is a Given, When or Then misspelt?"));

    private final UnaryOperator<String> nearest;
    private final List<Finding> findings = new ArrayList<>();
    private boolean given = true;
    private boolean spoken;

    /** Judges with a way to name the sentences nearest to an unknown one. */
    Judge(UnaryOperator<String> nearest) {
        this.nearest = nearest;
    }

    void saw(TestStepFinished event) {
        var step = event.getTestStep();
        if (step instanceof PickleStepTestStep said) {
            spoken = true;
            given = isGiven(said.getStep().getKeyword().strip());
        }
        var result = event.getResult();
        if (result.getStatus() == Status.PASSED) return;
        // a step behind the one that failed is skipped without a reason
        if (result.getStatus() == Status.SKIPPED && result.getError() == null) return;
        findings.add(finding(step, result.getStatus(), Optional.ofNullable(result.getError())));
    }

    Verdict verdict() {
        return gravest().map(Finding::verdict).orElse(Verdict.PASSED);
    }

    Optional<Failure> failure() {
        return gravest().map(Finding::failure);
    }

    /** Of equally grave ones the first: the others follow from it. */
    private Optional<Finding> gravest() {
        if (!spoken) return Optional.of(SILENT);
        return findings.stream()
                .sorted(Comparator.comparing(Finding::verdict).reversed())
                .findFirst();
    }

    private boolean isGiven(String keyword) {
        return switch (keyword) {
            case "Given" -> true;
            case "When", "Then" -> false;
            default -> given;
        };
    }

    private Finding finding(TestStep step, Status status, Optional<Throwable> thrown) {
        var verdict = verdict(step, status, thrown);
        var words = status == Status.UNDEFINED && step instanceof PickleStepTestStep said
                ? "no step answers this sentence" + nearest.apply(said.getStep().getText())
                : thrown.map(t -> Failure.words(t, verdict == Verdict.BROKEN)).orElse(status.toString());
        return new Finding(verdict, failure(step, words));
    }

    private Verdict verdict(TestStep step, Status status, Optional<Throwable> thrown) {
        if (thrown.filter(UnsupportedHere.class::isInstance).isPresent()) return Verdict.UNSUPPORTED;
        if (status != Status.FAILED
                || thrown.filter(AssertionError.class::isInstance).isEmpty()) return Verdict.BROKEN;
        return given && step instanceof PickleStepTestStep ? Verdict.BLOCKED : Verdict.FAILED;
    }

    private static Failure failure(TestStep step, String words) {
        if (!(step instanceof PickleStepTestStep said)) return new Failure("", 0, words);
        var sentence = said.getStep();
        return new Failure(sentence.getKeyword().strip() + " " + sentence.getText(), sentence.getLine(), words);
    }
}
