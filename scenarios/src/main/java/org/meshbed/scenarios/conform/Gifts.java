package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.meshbed.scenarios.conform.Gestures.Received;

/** Shares that peers announce to the party, which accepts them, to see what comes of it. */
final class Gifts {
    private final Deeds deeds;
    private final Messages messages;
    private final Introductions introductions;

    Gifts(Deeds deeds, Messages messages, Introductions introductions) {
        this.deeds = deeds;
        this.messages = messages;
        this.introductions = introductions;
    }

    Messages of(Peer peer) {
        return messages.of(peer);
    }

    /** A right share of a new peer's, which may be changed before it is given. */
    Optional<String> give(Peer peer, ObjectNode share) {
        introductions.meet(peer);
        var taken = Session.taken(peer.post(deeds.session().api("/shares"), share));
        if (!taken) return Optional.empty();
        var name = share.path("name").asText();
        var id = deeds.party().pending().value().orElse(List.of()).stream()
                .filter(received -> received.name().equals(name))
                .map(Received::id)
                .findFirst();
        id.ifPresent(deeds.party()::accept);
        return id;
    }
}
