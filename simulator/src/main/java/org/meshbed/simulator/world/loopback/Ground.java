package org.meshbed.simulator.world.loopback;

import org.meshbed.simulator.journal.Recorder;
import org.meshbed.simulator.network.Network;
import org.meshbed.simulator.seed.Seeds;

/** What all nodes of one loopback world share. */
record Ground(
        Clockwork clockwork,
        SharedSockets sockets,
        Network network,
        Recorder recorder,
        Seeds seeds,
        LoopbackPlan plan,
        Servers servers,
        Passages passages,
        Breakages breakages) {}
