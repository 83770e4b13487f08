package org.meshbed.simulator.world.virtual;

import org.meshbed.simulator.journal.Recorder;
import org.meshbed.simulator.network.Network;
import org.meshbed.simulator.seed.Seeds;
import org.meshbed.simulator.time.Scheduler;

/** What all nodes of one virtual world share. */
record Fabric(
        Scheduler scheduler, Servers servers, Network network, Recorder recorder, Seeds seeds, VirtualPlan plan) {}
