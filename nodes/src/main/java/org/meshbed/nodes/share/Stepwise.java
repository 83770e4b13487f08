package org.meshbed.nodes.share;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.resource.RemoteOutcome;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessAsks;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessSessions;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessSteps;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.Step;

/** Does what a person wants request by request, as a vendor whose parts each keep their own sessions. */
final class Stepwise {
    private static final List<Step> ONE = List.of(new Step("", "it"));

    private final Manner manner;
    private final Sessions sessions;
    private final Credentials credentials;

    Stepwise(Manner manner, Sessions sessions, Credentials credentials) {
        this.manner = manner;
        this.sessions = sessions;
        this.credentials = credentials;
    }

    Optional<AccessSessions> how() {
        return manner.bent(AccessSessions.class);
    }

    <T> RemoteOutcome<T> go(AccessSessions how, StoredReceived share, Endpoint at, Wish<T> wish) {
        var steps = manner.bent(AccessSteps.class).flatMap(wish::steps).orElse(ONE);
        RemoteOutcome<T> done = new RemoteOutcome.NotAFolder<>();
        for (var step : steps) {
            var asked = asked(how, share, at, step);
            if (step.asks().equals("it")) done = wish.kept().apply(sessions, asked);
            else {
                var looked = sessions.look(asked, step.asks().equals("look-root") ? "" : wish.path());
                if (!goesOn(looked, wish)) return RemoteOutcome.failed(looked);
                if (wish.listsFile(share)) return new RemoteOutcome.NotAFolder<>();
            }
            if (step.asks().equals("it") && done.value().isEmpty()) return done;
        }
        return done;
    }

    /** One request of its own, with what else the step says. */
    <T> RemoteOutcome<T> step(
            AccessSessions how,
            StoredReceived share,
            Endpoint at,
            Step step,
            BiFunction<Sessions, Sessions.Asked, RemoteOutcome<T>> request) {
        return request.apply(sessions, asked(how, share, at, step));
    }

    /** Whether it turns out to be a folder; whatever else is answered says nothing. */
    boolean folder(AccessSessions how, StoredReceived share, Endpoint at, List<String> lines) {
        return sessions.folder(new Sessions.Asked(how, manner.bent(AccessAsks.class), share, "gateway", at, lines));
    }

    private static boolean goesOn(RemoteOutcome<Nothing> looked, Wish<?> wish) {
        return looked.value().isPresent() || wish.makes() && looked instanceof RemoteOutcome.NotFound;
    }

    private Sessions.Asked asked(AccessSessions how, StoredReceived share, Endpoint at, Step step) {
        var asks = manner.bent(AccessAsks.class);
        var schemes = asks.map(AccessAsks::schemes).filter(s -> !s.isEmpty()).orElse(List.of("bearer"));
        return new Sessions.Asked(how, asks, share, step.part(), at, credentials.inTurn(share, schemes));
    }
}
