package org.meshbed.nodes.discovery;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.Dialects;
import org.meshbed.nodes.dialect.UriForm;
import org.meshbed.nodes.discovery.Peer.OfferedType;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;

/** The discovery document of sharing before OCM: two paths, each of which has a value where it is not told. */
final class OcsDocument {
    private OcsDocument() {}

    /** The server as its document shows it, or as it is where these bytes are none. */
    static Peer read(Origin origin, byte[] bytes, String shares) {
        var endpoints = endpoints(bytes);
        var webdav = path(endpoints, "webdav", Dialects.OCS_WEBDAV);
        return new Peer(
                origin.host(),
                Dialects.OCS.apiVersion(),
                new Endpoint(origin, path(endpoints, "share", shares)),
                List.of(type("file", webdav), type("folder", webdav)),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static MessageView endpoints(byte[] bytes) {
        try {
            return MessageView.of(Json.read(bytes))
                    .object("services")
                    .value()
                    .flatMap(s -> s.object("FEDERATED_SHARING").value())
                    .flatMap(s -> s.object("endpoints").value())
                    .orElse(MessageView.empty());
        } catch (Json.NotJson e) {
            return MessageView.empty();
        }
    }

    private static String path(MessageView endpoints, String name, String otherwise) {
        return endpoints
                .text(name)
                .value()
                .filter(path -> path.startsWith("/") && path.matches("[!-~]{1,1024}"))
                .orElse(otherwise);
    }

    private static OfferedType type(String name, String webdav) {
        return new OfferedType(name, List.of("user"), webdav, UriForm.UNSAID, List.of());
    }
}
