package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.DISCOVERY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/** Sending servers that offer web apps or embedded resources wrongly. The stranger they offer them to takes both. */
final class WebAppMutants {
    private WebAppMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of(
                        "share: a web app without token exchange",
                        "SHARE-16 SHARE-17",
                        Changes.both(
                                ShareMutants.changingSharesToOmega(Probes::webapp),
                                Changes.answer(
                                        DISCOVERY,
                                        document -> DocumentMutants.protocols(document)
                                                .putObject("webapp")))),
                Mutant.of(
                        "web app: not advertised",
                        "YAML-06",
                        Changes.both(
                                ShareMutants.changingSharesToOmega(Probes::webapp),
                                Changes.answer(DISCOVERY, DocumentMutants::exchanges))),
                app("no uri", "SHARE-67", webapp -> webapp.remove("uri")),
                app("a relative uri", "SHARE-68", webapp -> webapp.put("uri", "app/1")),
                app("no targets", "SHARE-70", webapp -> webapp.remove("targets")),
                app("empty targets", "SHARE-72", webapp -> webapp.putArray("targets")),
                app(
                        "a target the other server does not show",
                        "SHARE-73",
                        webapp -> webapp.putArray("targets").add("iframe")),
                app("no permissions", "SHARE-74", webapp -> webapp.remove("permissions")),
                app("empty permissions", "SHARE-75", webapp -> webapp.putArray("permissions")),
                app("no requirements", "SHARE-76", webapp -> webapp.remove("requirements")),
                app(
                        "token exchange not required",
                        "SHARE-78",
                        webapp -> webapp.putArray("requirements").add("must-use-mfa")),
                app("no sharedSecret", "SHARE-82", webapp -> webapp.remove("sharedSecret")),
                app(
                        "the secret in the uri",
                        "SHARE-85",
                        webapp -> webapp.put("uri", "https://alpha.example/?s=secret-of-the-app")),
                app("an empty list of media types", "YAML-08", webapp -> webapp.putArray("mediaTypes")),
                beside(
                                "requirements that differ",
                                "SHARE-79 SHARE-80",
                                (webdav, webapp) -> webdav.putArray("requirements")
                                        .add("must-exchange-token")
                                        .add("must-use-mfa"))
                        .meeting(document -> DocumentMutants.can(document, "exchange-token")),
                beside("no token exchange for both", "SHARE-78 SHARE-81", (webdav, webapp) -> {
                    webdav.putArray("requirements").add("must-use-mfa");
                    webapp.putArray("requirements").add("must-use-mfa");
                }),
                crate("as text", "EMB-04 EMB-05", share -> ((ObjectNode) share.get("protocol")).put("embedded", "{}")),
                crate("as a list", "EMB-04", share -> ((ObjectNode) share.get("protocol")).putArray("embedded")),
                crate(
                        "nowhere",
                        "EMB-01 EMB-03",
                        share -> share.putObject("protocol").put("name", "embedded")),
                crate(
                        "by the name of embedded",
                        "EMB-03",
                        share -> ((ObjectNode) share.get("protocol")).put("name", "embedded")),
                Mutant.of("crate: not advertised", "EMB-11", ShareMutants.changingSharesToOmega(WebAppMutants::crate))
                        .meeting(WebAppMutants::takesCrates),
                Mutant.of(
                        "crate: to a server that takes none",
                        "EMB-13 SHARE-12 SHARE-13",
                        Changes.both(
                                Changes.message(Changes.SHARES, WebAppMutants::crate),
                                Changes.answer(DISCOVERY, WebAppMutants::takesCrates))));
    }

    private static Mutant app(String name, String breaks, Consumer<ObjectNode> change) {
        return Mutant.of(
                "web app: " + name,
                breaks,
                Changes.both(
                        ShareMutants.changingSharesToOmega(share -> change.accept(Probes.webapp(share))),
                        Changes.answer(DISCOVERY, WebAppMutants::offersApps)));
    }

    /** It says that it can exchange tokens and has web apps. */
    private static void offersApps(ObjectNode document) {
        DocumentMutants.exchanges(document);
        DocumentMutants.protocols(document).putObject("webapp");
    }

    private interface Both {
        void change(ObjectNode webdav, ObjectNode webapp);
    }

    /** webdav and webapp in one share; its webdav secret opens nothing. */
    private static Mutant beside(String name, String breaks, Both change) {
        return Mutant.of(
                "web app beside webdav: " + name,
                breaks,
                Changes.both(
                        ShareMutants.changingSharesToOmega(share -> {
                            var webdav = Flows.webdav(share)
                                    .put("sharedSecret", "opens-nothing")
                                    .deepCopy();
                            webdav.putArray("requirements").add("must-exchange-token");
                            var webapp = Probes.webapp(share);
                            ((ObjectNode) share.get("protocol")).set("webdav", webdav);
                            change.change(webdav, webapp);
                        }),
                        Changes.answer(DISCOVERY, WebAppMutants::offersApps)));
    }

    private static Mutant crate(String name, String breaks, Consumer<ObjectNode> change) {
        return Mutant.of(
                        "crate: " + name,
                        breaks,
                        Changes.both(
                                ShareMutants.changingSharesToOmega(share -> {
                                    crate(share);
                                    change.accept(share);
                                }),
                                Changes.answer(DISCOVERY, WebAppMutants::takesCrates)))
                .meeting(WebAppMutants::takesCrates);
    }

    static void crate(ObjectNode share) {
        share.put("resourceType", "ro-crate");
        share.putObject("protocol")
                .put("name", "multi")
                .putObject("embedded")
                .put("@context", "https://w3id.org/ro/crate/1.1/context");
    }

    static void takesCrates(ObjectNode document) {
        var type = document.withArray("resourceTypes").addObject().put("name", "ro-crate");
        type.putArray("shareTypes").add("user");
        var protocols = type.putObject("protocols");
        protocols.putObject("embedded");
        protocols.putObject("embedded-receive");
    }
}
