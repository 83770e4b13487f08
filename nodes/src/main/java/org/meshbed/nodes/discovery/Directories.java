package org.meshbed.nodes.discovery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.trust.Outbound;
import org.meshbed.nodes.vendor.Errand;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.DiscoveryQuirk.DiscoveryDirectories;

/**
 * The directories of servers that an operator named, in their plain form (OCM 1.2, Directory Service): read once, when the
 * server starts. Each server in them that has a name is looked up; one that does not answer is left out, and so is a
 * directory of which none is left.
 */
public final class Directories {
    private final Ports ports;
    private final Manner manner;
    private final Outbound outbound;
    private final Peers peers;
    private final List<Federation> known = new CopyOnWriteArrayList<>();

    public Directories(Ports ports, Manner manner, Outbound outbound, Peers peers) {
        this.ports = ports;
        this.manner = manner;
        this.outbound = outbound;
        this.peers = peers;
    }

    /** A directory that was read. */
    public record Federation(String name, List<Listed> servers) {
        public Federation {
            servers = List.copyOf(servers);
        }
    }

    /** A server in it that answers. */
    public record Listed(String name, String url) {}

    /** What was read so far, in the order of the operator. */
    public List<Federation> known() {
        return List.copyOf(known);
    }

    /** Reads them in the background, where the product does; called once, when the node can serve. */
    public void begin(List<String> urls) {
        if (urls.isEmpty() || manner.bent(DiscoveryDirectories.class).isEmpty()) return;
        ports.tasks().start("directories of servers", () -> urls.forEach(this::read));
    }

    private void read(String url) {
        var federation = directory(url).flatMap(this::lookedUp);
        federation.ifPresent(known::add);
        ports.witness()
                .decided(
                        "directory " + url,
                        federation.isPresent() ? "read" : "left out",
                        federation
                                .map(f -> f.servers().size() + " servers of " + f.name())
                                .orElse("no federation with a server that answers"));
    }

    private Optional<MessageView> directory(String url) {
        try {
            var exchange = outbound.fetch(Errand.of("discovery"), Endpoint.parse(url));
            if (!(exchange instanceof Exchange.Replied(var reply)) || reply.status() != 200) return Optional.empty();
            var view = MessageView.of(
                    Json.read(outbound.read(reply, manner.limits().messageBytes())));
            return Optional.of(view).filter(MessageView::isObject);
        } catch (IOException | Json.NotJson | NotWellFormed e) {
            return Optional.empty();
        }
    }

    private Optional<Federation> lookedUp(MessageView directory) {
        var name = directory.text("federation").value().filter(text -> !text.isEmpty());
        if (name.isEmpty()) return Optional.empty();
        var there = new ArrayList<Listed>();
        for (var server : directory.objects("servers").value().orElse(List.of())) {
            var listed = new Listed(
                    server.text("displayName").value().orElse(""),
                    server.text("url").value().orElse(""));
            if (!listed.name().isEmpty() && !listed.url().isEmpty() && peers.at(listed.url()) instanceof Lookup.Found)
                there.add(listed);
        }
        return there.isEmpty() ? Optional.empty() : Optional.of(new Federation(name.get(), there));
    }
}
