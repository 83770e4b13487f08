package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.DISCOVERY;
import static org.meshbed.simulator.oracle.mutant.Changes.SHARES;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.meshbed.nodes.protocol.WireRequest;

/** Sending servers that announce shares wrongly. */
final class ShareMutants {
    private static final List<String> TOLD_BY_SENDERS = List.of("SHARE_UNSHARED", "SHARE_CHANGE_PERMISSION");
    private static final Predicate<WireRequest> TO_OMEGA =
            request -> request.path().equals(Omega.API + "/shares");

    private ShareMutants() {}

    static List<Mutant> all() {
        var all = new ArrayList<Mutant>();
        all.addAll(Carriage.mutants(
                "shares", SHARES, "/shares", "SHARE-01", "SHARE-02", "SHARE-03", "SHARE-04", "SHARE-05"));
        all.addAll(members());
        all.addAll(terms());
        all.addAll(encryption());
        all.addAll(WebAppMutants.all());
        return all;
    }

    private static List<Mutant> members() {
        return List.of(
                share("no shareWith", "SHARE-20", without("shareWith")),
                share("shareWith is no address", "SHARE-20", share -> share.put("shareWith", "bob")),
                share(
                        "shareWith has a path",
                        "ADDR-02",
                        share -> share.put("shareWith", share.path("shareWith").asText() + "/cloud")),
                share(
                        "shareWith is at another server",
                        "FLOW-04",
                        share -> share.put("shareWith", "bob@elsewhere.example")),
                toOmega(
                        "the first @ counts",
                        "DISC-06 FLOW-04",
                        share -> share.put(
                                "shareWith",
                                share.path("shareWith").asText().replaceFirst("@home@.*$", "@home@home.example"))),
                share("no name", "SHARE-22", without("name")),
                share("no providerId", "SHARE-24", without("providerId")),
                Mutant.of(
                        "share: the same providerId for everything",
                        "SHARE-25",
                        Changes.both(
                                Changes.message(TO_OMEGA, share -> share.put("providerId", "always-this-id")),
                                Changes.message(
                                        request -> request.path().equals(Omega.API + "/notifications"),
                                        ShareMutants::alwaysThisId))),
                share("no owner", "SHARE-26", without("owner")),
                share("owner is no address", "SHARE-26", share -> share.put("owner", "alice")),
                share("no sender", "SHARE-27", without("sender")),
                share("sender is no address", "SHARE-27", share -> share.put("sender", "alice")),
                share(
                        "an IPv6 address without brackets",
                        "DEF-02 SHARE-27",
                        share -> share.put("sender", "alice@2001:db8::1")),
                share("no shareType", "SHARE-30", without("shareType")),
                share(
                        "an unheard-of shareType",
                        "SHARE-12 SHARE-13 SHARE-31 SHARE-33",
                        share -> share.put("shareType", "planet")),
                share("no resourceType", "SHARE-34", without("resourceType")),
                share("an unheard-of resourceType", "SHARE-12 SHARE-13", share -> share.put("resourceType", "dream")),
                share("a folder as a file", "SHARE-35 NSHARE-04", share -> share.put("resourceType", "file")),
                share("no protocol", "SHARE-44", without("protocol")),
                share("no protocol name", "YAML-04", share -> protocol(share).remove("name")),
                share("no uri", "SHARE-52", share -> Flows.webdav(share).remove("uri")),
                share(
                        "no sharedSecret",
                        "SHARE-57",
                        share -> Flows.webdav(share).remove("sharedSecret")),
                share(
                        "the secret in the uri",
                        "SHARE-58",
                        share -> Flows.webdav(share)
                                .put(
                                        "uri",
                                        Flows.webdav(share).path("sharedSecret").asText() + "-file")),
                share("no permissions", "YAML-03", share -> Flows.webdav(share).remove("permissions")),
                share("empty requirements", "YAML-02", Flows::requires),
                share(
                        "a protocol that is not advertised",
                        "SHARE-12 SHARE-13",
                        share -> protocol(share).putObject("telepathy")),
                toOmega("two protocols under one name", "SHARE-45", share -> {
                            protocol(share).put("name", "webdav");
                            protocol(share).putObject("ssh").put("uri", "alice@alpha.example:22/report.txt");
                        })
                        .meeting(doc -> doc.get("resourceTypes")
                                .forEach(type -> ((ObjectNode) type.get("protocols")).putObject("ssh-receive"))),
                toOmega("ssh without uri", "SHARE-95", share -> protocol(share).putObject("ssh"))
                        .meeting(doc -> doc.get("resourceTypes")
                                .forEach(type -> ((ObjectNode) type.get("protocols")).putObject("ssh-receive"))));
    }

    private static List<Mutant> terms() {
        return List.of(
                toOmega(
                                "token exchange required and the secret taken",
                                "SHARE-09",
                                share -> Flows.requires(share).add("must-exchange-token"))
                        .meeting(document -> DocumentMutants.can(document, "exchange-token")),
                Mutant.of(
                                "share: no requirement where one is demanded",
                                "SHARE-08 SHARE-63 TOKEN-12",
                                Changes.both(
                                        blind("must-exchange-token"),
                                        Changes.answer(DISCOVERY, DocumentMutants::exchanges)))
                        .meeting(demanding("must-exchange-token")),
                Mutant.of("share: no way to do what is demanded", "SHARE-10", blind("must-exchange-token"))
                        .meeting(demanding("must-exchange-token")),
                Mutant.of("share: no invite where one is demanded", "DISC-35", blind("must-invite"))
                        .meeting(demanding("must-invite")),
                Mutant.of(
                                "signatures: none between servers that both have them",
                                "SIG-02 SIG-47 SEC-01 INV-15 SHARE-06 NOTIF-06",
                                Changes.answer(DISCOVERY, doc -> {
                                    DocumentMutants.can(doc, "http-sig");
                                    doc.put("jwksUri", "https://keys.example/alpha");
                                }))
                        .meeting(doc -> {
                            DocumentMutants.can(doc, "http-sig");
                            doc.put("jwksUri", "https://keys.example/omega");
                        }),
                Mutant.of("discovery: nobody is looked up", "SHARE-07 ACC-03", Lookups.never()),
                Mutant.of("discovery: only the old path is asked", "DISC-07", Lookups.atOldPath()),
                Mutant.of("discovery: nothing is minded", "DEF-06 DISC-07 ACC-03", Lookups.unminded()));
    }

    private static List<Mutant> encryption() {
        return List.of(
                share(
                        "for a federation, encrypted by a scheme of its own",
                        "MLS-06 SHARE-12 SHARE-13 SHARE-31 SHARE-33",
                        share -> {
                            share.put("shareType", "federation");
                            share.putObject("encryption")
                                    .put("resourceId", "r-1")
                                    .put("scheme", "rot13")
                                    .putObject("rot13");
                        }),
                encrypted("no resourceId", "SHARE-39", e -> e.remove("resourceId")),
                encrypted("no scheme", "SHARE-40", e -> e.remove("scheme")),
                encrypted("nothing of the scheme", "SHARE-41", e -> e.remove("ocm-pgp")),
                encrypted("no fingerprints", "SHARE-42", e -> e.putObject("ocm-pgp")),
                encrypted(
                        "no cipher",
                        "SHARE-43",
                        e -> e.put("scheme", "ocm-mls-1").putObject("ocm-mls-1")));
    }

    private static Mutant encrypted(String name, String breaks, Consumer<ObjectNode> change) {
        return share("encryption: " + name, breaks, share -> {
            var encryption =
                    share.putObject("encryption").put("resourceId", "r-1").put("scheme", "ocm-pgp");
            encryption.putObject("ocm-pgp").putArray("fingerprints").add("0123456789ABCDEF");
            change.accept(encryption);
        });
    }

    private static Mutant share(String name, String breaks, Consumer<ObjectNode> change) {
        return Mutant.of("share: " + name, breaks, Changes.message(SHARES, change));
    }

    static Mutant toOmega(String name, String breaks, Consumer<ObjectNode> change) {
        return Mutant.of("share: " + name, breaks, Changes.message(TO_OMEGA, change));
    }

    static Change changingSharesToOmega(Consumer<ObjectNode> change) {
        return Changes.message(TO_OMEGA, change);
    }

    /** It does not see what the other server demands. */
    private static Change blind(String criterion) {
        return Lookups.seen(document -> {
            var left = document.withArray("criteria").deepCopy();
            var criteria = document.putArray("criteria");
            for (var other : left) if (!other.asText().equals(criterion)) criteria.add(other);
        });
    }

    private static Consumer<ObjectNode> demanding(String criterion) {
        return document -> document.putArray("criteria").add(criterion);
    }

    private static void alwaysThisId(ObjectNode news) {
        if (!TOLD_BY_SENDERS.contains(news.path("notificationType").asText())) return;
        news.put("resourceType", "file");
        ((ObjectNode) news.get("notification").get("file")).put("providerId", "always-this-id");
    }

    private static Consumer<ObjectNode> without(String member) {
        return share -> share.remove(member);
    }

    static ObjectNode protocol(ObjectNode share) {
        return (ObjectNode) share.get("protocol");
    }
}
