package org.meshbed.simulator.world.odd;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.meshbed.simulator.journal.Journal;
import org.meshbed.simulator.world.World;
import org.meshbed.simulator.world.loopback.LoopbackPlan;
import org.meshbed.simulator.world.loopback.LoopbackWorld;

class OddProfileOnSocketsTest extends OddProfileContract {
    @Override
    World world(Function<Supplier<Instant>, Journal> journal) {
        return new LoopbackWorld(LoopbackPlan.stepping(OptionalLong.of(42)), journal::apply);
    }
}
