package org.meshbed.nodes.vendor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.Refusal.Invalid;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.vendor.quirk.Answer;
import org.meshbed.nodes.vendor.quirk.Check;
import org.meshbed.nodes.vendor.quirk.CheckNames;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Family;

/**
 * Looks at a received message check by check, in the order of the profile or else of the dialect; the first that objects
 * is answered in the words of the profile, or else of the dialect.
 *
 * @param <T> what the checks look at
 */
public final class Checks<T> {
    private final Family family;
    private final Manner manner;
    private final Map<String, Function<T, Optional<Refusal>>> byName;

    public Checks(Family family, Manner manner, Map<String, Function<T, Optional<Refusal>>> byName) {
        this.family = family;
        this.manner = manner;
        this.byName = byName;
    }

    /** The first objection. */
    public Optional<Refusal> look(T subject, Supplier<Facts> facts, List<String> usual) {
        var order = manner.bent(family.order());
        if (order.isEmpty()) return look(subject, usual);
        for (var check : order.get().order()) {
            if (check.after()) continue;
            var refusal = one(check, subject, facts);
            if (refusal.isPresent()) return refusal;
        }
        return Optional.empty();
    }

    /** The first objection of those that look when the message has had its effect. */
    public Optional<Refusal> lookAfter(T subject, Supplier<Facts> facts) {
        var order = manner.bent(family.order());
        if (order.isEmpty()) return Optional.empty();
        return order.get().order().stream()
                .filter(Check::after)
                .flatMap(check -> one(check, subject, facts).stream())
                .findFirst();
    }

    private Optional<Refusal> one(Check check, T subject, Supplier<Facts> facts) {
        return check.own() ? own(check, facts.get()) : named(check.name()).apply(subject);
    }

    private Optional<Refusal> look(T subject, List<String> usual) {
        for (var name : usual) {
            var refusal = named(name).apply(subject);
            if (refusal.isPresent()) return refusal;
        }
        return Optional.empty();
    }

    private Function<T, Optional<Refusal>> named(String name) {
        var check = byName.get(name);
        if (check == null) throw new IllegalStateException("there is no " + family.word() + " check named " + name);
        return check;
    }

    private static Optional<Refusal> own(Check check, Facts facts) {
        if (check.when().filter(condition -> !condition.holds(facts)).isPresent()) return Optional.empty();
        var flaws = check.flaws(facts);
        if (!check.each().isEmpty() && flaws.isEmpty()) return Optional.empty();
        var code = check.name().toUpperCase(Locale.ROOT).replace('-', '_');
        var invalid = flaws.stream()
                .map(flaw -> new Invalid(flaw.name(), flaw.kind(facts)))
                .toList();
        return Optional.of(new Refusal(check.name(), 400, code, invalid, "a check of the vendor's own"));
    }

    /**
     * The answer to a message that was refused: that of the check with the kind or the code of the refusal ({@code check/CODE}),
     * else of the check; {@code otherwise} is the dialect's.
     */
    public WireAnswer refused(Refusal refusal, Supplier<Facts> facts, WireReply otherwise) {
        var answer = answer(refusal.check() + "/" + refusal.kind())
                .or(() -> answer(refusal.check() + "/" + refusal.code()))
                .or(() -> answer(refusal.check()));
        answer.ifPresent(_ -> manner.consulted(family.answers(), refusal.check()));
        return answer.map(a -> a.onTheWire(otherwise, facts.get(), refusal)).orElse(otherwise);
    }

    /** The answer to a message that was taken; {@code otherwise} is the dialect's. */
    public WireAnswer accepted(Supplier<Facts> facts, WireReply otherwise) {
        var answer = answer(CheckNames.ACCEPTED);
        answer.ifPresent(_ -> manner.consulted(family.answers(), CheckNames.ACCEPTED));
        return answer.map(a -> a.onTheWire(otherwise, facts.get())).orElse(otherwise);
    }

    /** The same for one kind of message, which may have an answer of its own ({@code accepted/KIND}). */
    public WireAnswer accepted(String kind, Supplier<Facts> facts, WireReply otherwise) {
        var answer = answer(CheckNames.ACCEPTED + "/" + kind);
        answer.ifPresent(_ -> manner.consulted(family.answers(), CheckNames.ACCEPTED + "/" + kind));
        return answer.map(a -> a.onTheWire(otherwise, facts.get())).orElseGet(() -> accepted(facts, otherwise));
    }

    /** Whether what was taken has no effect: the connection is given up before. */
    public boolean withoutEffect() {
        return answer(CheckNames.ACCEPTED).filter(Answer::withoutEffect).isPresent();
    }

    private Optional<Answer> answer(String name) {
        return manner.answers(family).map(answers -> answers.get(name));
    }
}
