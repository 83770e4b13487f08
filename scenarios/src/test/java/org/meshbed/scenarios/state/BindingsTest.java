package org.meshbed.scenarios.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.vendor.Vendors;

final class BindingsTest {
    private static Bindings bindings() {
        return new Bindings(
                () -> {
                    throw new AssertionError("nobody asks for a mesh here");
                },
                _ -> Vendors.column("reference/1.5"));
    }

    private static <T> T onAnotherThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Thread.ofVirtual()::start).join();
    }

    @AfterEach
    void clear() {
        Bindings.clear();
    }

    @Test
    void whenTwoThreadsRunScenarios_thenEachIsBoundToItsOwn() {
        var mine = bindings();
        var other = bindings();
        Bindings.use(mine);

        var seenThere = onAnotherThread(() -> {
            Bindings.use(other);
            return Bindings.current();
        });

        assertThat(seenThere).isSameAs(other);
        assertThat(Bindings.current()).isSameAs(mine);
    }

    @Test
    void whenAScenarioHasEnded_thenItsThreadIsBoundToNothing() {
        Bindings.use(bindings());
        Bindings.clear();

        assertThatThrownBy(Bindings::current)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("./meshbed run");
    }
}
