package org.meshbed.simulator.mesh;

import java.util.function.Function;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.NodeStopped;
import org.meshbed.simulator.journal.Recorder;
import org.meshbed.simulator.world.NodeSlot;
import org.meshbed.simulator.world.World;

/** Somebody acts at a node: as a task of the world, and the recorder takes down what they were told. */
record Acting(World world, Recorder recorder, NodeSlot slot, String who) {
    <T> Told<T> act(String verb, String what, Function<OcmNode, Told<T>> action) {
        return act(verb, what, action, _ -> "");
    }

    /** @param invite the text of the invite that it was about */
    <T> Told<T> act(String verb, String what, Function<OcmNode, Told<T>> action, Function<Told<T>, String> invite) {
        return world.perform(who + " at " + slot.name() + " " + verb + " " + what, () -> {
            var began = recorder.reached();
            var told = attempt(action);
            recorder.acted(slot.name(), who, verb, what, told.words(), began, invite.apply(told));
            return told;
        });
    }

    private <T> Told<T> attempt(Function<OcmNode, Told<T>> action) {
        if (!slot.running()) return Told.refused(slot.name() + " cannot be reached");
        try {
            return action.apply(slot.node());
        } catch (NodeStopped e) {
            return new Told.Unclear<>(slot.name() + " went away before it answered");
        }
    }
}
