package org.meshbed.simulator.mesh;

import java.util.List;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.OperatorDriver;
import org.meshbed.nodes.party.Told;
import org.meshbed.simulator.journal.Recorder;
import org.meshbed.simulator.world.NodeSlot;
import org.meshbed.simulator.world.World;

/** The operator of one node: stops and starts its slot, and asks the running node for all else. */
final class RecordedOperator implements OperatorDriver {
    private static final String OPERATOR = "operator";

    private final World world;
    private final Recorder recorder;
    private final NodeSlot slot;
    private final Acting acting;

    RecordedOperator(World world, Recorder recorder, NodeSlot slot) {
        this.world = world;
        this.recorder = recorder;
        this.slot = slot;
        this.acting = new Acting(world, recorder, slot, OPERATOR);
    }

    @Override
    public Told<Nothing> stop() {
        return turn("stops", slot.running(), slot::stop, "already stopped");
    }

    @Override
    public Told<Nothing> start() {
        return turn("starts", !slot.running(), slot::start, "already running");
    }

    @Override
    public Told<Nothing> maintenance(boolean on) {
        return acting.act(
                "turns maintenance", on ? "on" : "off", node -> node.operator().maintenance(on));
    }

    @Override
    public Told<Nothing> changeSetting(String name, String value) {
        return acting.act(
                "changes setting",
                name + " to " + value,
                node -> node.operator().changeSetting(name, value));
    }

    @Override
    public Told<Nothing> deleteUser(String user) {
        return acting.act("deletes user", user, node -> node.operator().deleteUser(user));
    }

    @Override
    public Told<Nothing> changeMembers(String group, List<String> members) {
        return acting.act(
                "changes members of",
                group + " to " + members,
                node -> node.operator().changeMembers(group, members));
    }

    @Override
    public Told<Nothing> deleteGroup(String group) {
        return acting.act("deletes group", group, node -> node.operator().deleteGroup(group));
    }

    @Override
    public Told<Nothing> rotateKey() {
        return acting.act(
                "changes the key of", slot.name(), node -> node.operator().rotateKey());
    }

    @Override
    public Told<Nothing> editProviderList(List<String> hosts) {
        return acting.act(
                "edits the list of servers",
                String.join(" ", hosts),
                node -> node.operator().editProviderList(hosts));
    }

    private Told<Nothing> turn(String verb, boolean possible, Runnable work, String otherwise) {
        return world.perform(slot.name() + " " + verb, () -> {
            var began = recorder.reached();
            if (possible) work.run();
            Told<Nothing> told = possible
                    ? Told.done(Nothing.NOTHING, slot.name() + " " + verb)
                    : Told.refused(slot.name() + " is " + otherwise);
            recorder.acted(slot.name(), OPERATOR, verb, slot.name(), told.words(), began);
            return told;
        });
    }
}
