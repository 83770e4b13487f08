package org.meshbed.nodes.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.OwnDocument.PublicKeyEntry;
import org.meshbed.nodes.dialect.UriForm;
import org.meshbed.nodes.discovery.Lookup.Failed;
import org.meshbed.nodes.discovery.Lookup.Found;
import org.meshbed.nodes.discovery.Peer.OfferedType;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.vendor.quirk.DiscoveryQuirk.DiscoveryLooksUp;

/** Reads a peer's discovery document: bytes from a stranger, of which nothing is believed before it was looked at. */
final class DocumentReader {
    private final Origin origin;
    private final ServerHost host;
    private final Optional<DiscoveryLooksUp> looksUp;

    /** @param origin where the document was asked for */
    DocumentReader(Origin origin, Optional<DiscoveryLooksUp> looksUp) {
        this.origin = origin;
        this.host = origin.host();
        this.looksUp = looksUp;
    }

    Lookup read(byte[] bytes) {
        try {
            var view = MessageView.of(Json.read(bytes));
            return view.isObject() ? read(view) : failed("is no JSON object");
        } catch (Json.NotJson e) {
            return failed("is no JSON: " + e.getMessage());
        }
    }

    private boolean needs(String member) {
        return looksUp.map(DiscoveryLooksUp::needs)
                .filter(needs -> !needs.isEmpty())
                .map(needs -> needs.contains(member))
                .orElse(true);
    }

    private Lookup read(MessageView document) {
        var enabled = document.bool("enabled");
        if (needs("enabled") && enabled.value().isEmpty()) return failed(wrong(enabled, "enabled", "true or false"));
        if (needs("enabled") && enabled.value().equals(Optional.of(false)))
            return failed("says that Open Cloud Mesh is switched off there");
        var version = document.text("apiVersion");
        if (needs("apiVersion") && version.value().isEmpty())
            return failed(wrong(version, "apiVersion", "text such as 1.5.0"));
        var endPoint = document.text("endPoint");
        if (needs("endPoint") && endPoint.value().isEmpty())
            return failed(wrong(endPoint, "endPoint", "an absolute URL"));
        var types = types(document);
        if (needs("resourceTypes") && types.value().isEmpty())
            return failed(wrong(types, "resourceTypes", "a list of objects"));
        // a demand that cannot be read must not be taken for none
        if (looksUp.isEmpty() && document.texts("criteria") instanceof Field.WrongType<?> demands)
            return failed(wrong(demands, "criteria", "a list of texts"));
        var fault = looksUp.flatMap(q -> DocumentFaults.of(q.refuses(), origin, document));
        if (fault.isPresent()) return failed(fault.get());
        return peer(document, endPoint, version, types);
    }

    private Field<List<MessageView>> types(MessageView document) {
        var members = looksUp.map(DiscoveryLooksUp::types).filter(m -> !m.isEmpty());
        for (var member : members.orElse(List.of("resourceTypes")))
            if (document.objects(member) instanceof Field.Value<List<MessageView>> types) return types;
        return document.objects(members.map(List::getFirst).orElse("resourceTypes"));
    }

    private Lookup peer(
            MessageView document, Field<String> endPoint, Field<String> version, Field<List<MessageView>> types) {
        try {
            return new Found(new Peer(
                    host,
                    version.value().orElse(""),
                    place(document, endPoint),
                    offered(types.value().orElse(List.of())),
                    texts(document, "capabilities"),
                    texts(document, "criteria"),
                    url(document, "tokenEndPoint"),
                    publicKey(document),
                    document.text("publicKey").value(),
                    url(document, "jwksUri")));
        } catch (NotWellFormed e) {
            return failed("has an endPoint that is no absolute URL");
        }
    }

    /** Where it takes messages; who does not need to know takes what is no place for none. */
    private Endpoint place(MessageView document, Field<String> endPoint) {
        var usual = "https://" + host + "/ocm";
        return needs("endPoint")
                ? Endpoint.parse(endPoint.value().orElse(usual))
                : url(document, "endPoint").orElseGet(() -> Endpoint.parse(usual));
    }

    /** The key of 1.2; early texts call its name {@code id} (AMB-94). */
    private static Optional<PublicKeyEntry> publicKey(MessageView document) {
        var key = document.object("publicKey").value().orElse(MessageView.empty());
        var pem = key.text("publicKeyPem").value();
        var name = key.text("keyId").value().or(() -> key.text("id").value());
        return name.flatMap(n -> pem.map(p -> new PublicKeyEntry(n, p)));
    }

    /** A URL that is none is as good as missing: it is told when it is needed. */
    private static Optional<Endpoint> url(MessageView document, String name) {
        try {
            return document.text(name).value().map(Endpoint::parse);
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    private static List<OfferedType> offered(List<MessageView> types) {
        var offered = new ArrayList<OfferedType>();
        for (var type : types) {
            var protocols = type.object("protocols").value().orElse(MessageView.empty());
            type.text("name")
                    .value()
                    .ifPresent(name -> offered.add(new OfferedType(
                            name,
                            texts(type, "shareTypes"),
                            protocols.text("webdav").value().orElse(""),
                            receives(protocols),
                            apps(protocols))));
        }
        return List.copyOf(offered);
    }

    /** Where it opens pages of applications that come with a share. */
    private static List<String> apps(MessageView protocols) {
        return texts(protocols.object("webapp-receive").value().orElse(MessageView.empty()), "targets");
    }

    private static UriForm receives(MessageView protocols) {
        var receive = protocols.object("webdav-receive").value().orElse(MessageView.empty());
        return switch (receive.text("uri").value().orElse("")) {
            case "absolute" -> UriForm.ABSOLUTE;
            case "relative" -> UriForm.RELATIVE;
            default -> UriForm.UNSAID;
        };
    }

    private static List<String> texts(MessageView view, String name) {
        return view.texts(name).value().orElse(List.of());
    }

    private static String wrong(Field<?> field, String name, String rightForm) {
        return switch (field) {
            case Field.Absent<?> _ -> "has no " + name;
            case Field.Null<?> _ -> "has null as " + name + " instead of " + rightForm;
            case Field.WrongType<?>(var found) -> "has a " + found + " as " + name + " instead of " + rightForm;
            case Field.Value<?> _ -> "has a wrong " + name;
        };
    }

    private Failed failed(String what) {
        return new Failed("the discovery document of " + host + " " + what, false);
    }
}
