package org.meshbed.simulator.world.odd;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.meshbed.simulator.journal.Journal;
import org.meshbed.simulator.world.World;
import org.meshbed.simulator.world.virtual.VirtualPlan;
import org.meshbed.simulator.world.virtual.VirtualWorld;

class OddProfileInMemoryTest extends OddProfileContract {
    @Override
    World world(Function<Supplier<Instant>, Journal> journal) {
        return new VirtualWorld(VirtualPlan.of(42), journal::apply);
    }
}
