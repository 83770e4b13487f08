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
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;

/** Reads a peer's discovery document: bytes from a stranger, of which nothing is believed before it was looked at. */
final class DocumentReader {
    private DocumentReader() {}

    static Lookup read(ServerHost host, byte[] bytes) {
        try {
            var view = MessageView.of(Json.read(bytes));
            return view.isObject() ? read(host, view) : failed(host, "is no JSON object");
        } catch (Json.NotJson e) {
            return failed(host, "is no JSON: " + e.getMessage());
        }
    }

    private static Lookup read(ServerHost host, MessageView document) {
        if (!(document.bool("enabled") instanceof Field.Value<Boolean>(var enabled)))
            return failed(host, wrong(document.bool("enabled"), "enabled", "true or false"));
        if (!enabled) return failed(host, "says that Open Cloud Mesh is switched off there");
        if (!(document.text("apiVersion") instanceof Field.Value<String>(var apiVersion)))
            return failed(host, wrong(document.text("apiVersion"), "apiVersion", "text such as 1.5.0"));
        if (!(document.text("endPoint") instanceof Field.Value<String>(var endPoint)))
            return failed(host, wrong(document.text("endPoint"), "endPoint", "an absolute URL"));
        if (!(document.objects("resourceTypes") instanceof Field.Value<List<MessageView>>(var types)))
            return failed(host, wrong(document.objects("resourceTypes"), "resourceTypes", "a list of objects"));
        // a demand that cannot be read must not be taken for none
        if (document.texts("criteria") instanceof Field.WrongType<?> demands)
            return failed(host, wrong(demands, "criteria", "a list of texts"));
        try {
            return new Found(new Peer(
                    host,
                    apiVersion,
                    Endpoint.parse(endPoint),
                    offered(types),
                    texts(document, "capabilities"),
                    texts(document, "criteria"),
                    url(document, "tokenEndPoint"),
                    publicKey(document),
                    url(document, "jwksUri")));
        } catch (NotWellFormed e) {
            return failed(host, "has an endPoint that is no absolute URL");
        }
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
                            receives(protocols))));
        }
        return List.copyOf(offered);
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

    private static Failed failed(ServerHost host, String what) {
        return new Failed("the discovery document of " + host + " " + what, false);
    }
}
