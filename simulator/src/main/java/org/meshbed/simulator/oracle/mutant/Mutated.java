package org.meshbed.simulator.oracle.mutant;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.meshbed.nodes.http.NodeApplication;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireRequest;

/** Puts a mutant's change in front of a node, in whatever world that node lives. */
public final class Mutated {
    private final Change change;

    public Mutated(Mutant mutant) {
        this.change = mutant.change();
    }

    /** How the mutant answers; messages that come as streams are read first, for a change looks at their bytes. */
    public WireAnswer answer(OcmNode node, WireRequest request) {
        return change.answering(
                whole(request), asked -> NodeApplication.shared().answer(node, asked));
    }

    /** The ports of the mutant: its transport changes what it sends. */
    public Ports ports(Ports usual) {
        return new Ports(
                change.sending(usual.transport()),
                usual.time(),
                usual.tasks(),
                usual.secrets(),
                usual.chance(),
                usual.store(),
                usual.witness());
    }

    private static WireRequest whole(WireRequest request) {
        if (!(request.body() instanceof Body.Stream(var content))) return request;
        try (var in = content.open()) {
            var body = Body.of(in.readAllBytes());
            return new WireRequest(request.method(), request.target(), request.headers(), body, request.framing());
        } catch (IOException e) {
            throw new UncheckedIOException("the request broke off", e);
        }
    }
}
