package org.meshbed.simulator.calibration.learn;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.simulator.calibration.Agreement;
import org.meshbed.simulator.calibration.Calibration;

/** What drafts do in the recorded flows, each flow played once for each draft. */
final class Tried {
    private final List<Recorded> flows;

    Tried(List<Recorded> flows) {
        this.flows = List.copyOf(flows);
    }

    List<Recorded> flows() {
        return flows;
    }

    Agreement all(Profile profile) {
        return new Agreement(atOnce(flows.stream()
                .map(flow -> (Callable<Agreement.OfFlow>) () -> one(profile, flow))
                .toList()));
    }

    /** The fit of each profile in the flows at these places; none for what is no profile. */
    List<Optional<Fit>> fits(List<Optional<Profile>> profiles, List<Integer> in) {
        return atOnce(profiles.stream()
                .map(profile -> (Callable<Optional<Fit>>) () -> profile.map(p -> Fit.sum(
                        in.stream().map(at -> Fit.of(one(p, flows.get(at)))).toList())))
                .toList());
    }

    private static Agreement.OfFlow one(Profile profile, Recorded recorded) {
        return Calibration.check(profile, recorded.bindings(), recorded.flow());
    }

    /** As many at once as there are processors: worlds that wait for one seem stuck. Virtual threads hand over faster. */
    private static <T> List<T> atOnce(List<Callable<T>> all) {
        try (var threads = Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(), Thread.ofVirtual().factory())) {
            return all.stream().map(threads::submit).toList().stream()
                    .map(Tried::result)
                    .toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException thrown) throw thrown;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while recordings were played", e);
        }
    }
}
