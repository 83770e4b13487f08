package org.meshbed.nodes.node;

import java.util.List;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.invite.Contacts.Acquaintance;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;

/**
 * What a node holds at one moment.
 *
 * @param notificationsWaiting that still have to arrive
 */
public record NodeState(
        ServerHost host,
        List<SentShare> sent,
        List<ReceivedShare> received,
        List<Acquaintance> contacts,
        int notificationsWaiting) {
    public NodeState {
        sent = List.copyOf(sent);
        received = List.copyOf(received);
        contacts = List.copyOf(contacts);
    }
}
