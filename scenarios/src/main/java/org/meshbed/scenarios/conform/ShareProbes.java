package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.scenarios.conform.ReceivingProbes.Given;
import org.meshbed.scenarios.conform.Session.Footing;

/** The server under test as the receiving one: a right share first, then everything it has to refuse. */
final class ShareProbes {
    private static final String SHARES = "/shares";

    private final Session session;
    private final Messages messages;
    private final boolean partyKnown;
    private final boolean met;

    /** @param met whether the party has met the peers, where it could */
    ShareProbes(Session session, Messages messages, boolean partyKnown, boolean met) {
        this.met = met;
        this.session = session;
        this.messages = messages;
        this.partyKnown = partyKnown;
    }

    /** Announces something rightly. */
    Optional<Given> right(String what, ObjectNode share, Messages by) {
        var ids = "SHARE-97 SHARE-98 DEF-14 DISC-27";
        var reply = session.probe(ids, what, () -> by.peer().post(session.api(SHARES), share));
        var takesObjects = DocumentProbes.lists(session.document(), "capabilities", "protocol-object");
        if (reply.isPresent())
            session.tally()
                    .note(
                            "DEF-11",
                            takesObjects ? Outcome.PASSED : Outcome.UNSUPPORTED,
                            takesObjects ? what : "it does not advertise protocol-object");
        var taken = reply.filter(WireReply::successful).isPresent();
        var id = share.path("providerId").asText();
        return taken ? Optional.of(new Given(by.peer(), id, share.path("name").asText())) : Optional.empty();
    }

    /** Announces a file as it is usually done; answers where the server took it. */
    Optional<Given> usual(String what) {
        var given = right(what, messages.share(), messages);
        var footing = given.isPresent() ? Footing.SOUND : untaken();
        session.tally().note("SHARE-99 SHARE-100", footing.outcome(), given.isPresent() ? what : footing.why());
        return given;
    }

    private Footing untaken() {
        if (session.demands("must-invite") && !met)
            return new Footing(Outcome.NOT_TESTED, "it takes shares from contacts only: --driver http");
        if (!partyKnown) return new Footing(Outcome.NOT_TESTED, "needs a party to share with: --party NAME");
        return new Footing(Outcome.BLOCKED, "a refusal proves nothing where the right share was not taken");
    }

    /** On what probes with wrong shares stand; {@code taken} says whether the right share was. */
    Footing footing(boolean taken) {
        return taken ? Footing.SOUND : untaken();
    }

    /** @param taken whether the right share was */
    void wrong(boolean taken) {
        var footing = footing(taken);
        for (var field : List.of(
                "shareWith SHARE-20",
                "name SHARE-22",
                "providerId SHARE-24",
                "owner SHARE-26",
                "sender SHARE-27",
                "shareType SHARE-30",
                "resourceType SHARE-34",
                "protocol SHARE-44")) without(field.split(" ")[0], field.split(" ")[1], footing);
        send("SHARE-52", footing, "a share without uri", s -> Messages.webdav(s).remove("uri"));
        send(
                "SHARE-57",
                footing,
                "a share without sharedSecret",
                s -> Messages.webdav(s).remove("sharedSecret"));
        send(
                "YAML-01",
                footing,
                "a share with an unknown requirement",
                s -> Messages.webdav(s).putArray("requirements").add("must-dance"));
        send(
                "DEF-16",
                footing,
                "a share by no protocol",
                s -> s.putObject("protocol").put("name", "multi"));
        send(
                "ACC-17",
                footing,
                "an old share without a secret",
                s -> s.putObject("protocol").put("name", "webdav").putObject("options"));
        send(
                "EMB-04 EMB-05",
                footing,
                "a crate that is text",
                s -> s.put("resourceType", "ro-crate")
                        .putObject("protocol")
                        .put("name", "multi")
                        .put("embedded", "{}"));
        unlikely(footing);
        webapps(footing);
        demands();
    }

    private void without(String member, String id, Footing footing) {
        send(id, footing, "a share without " + member, s -> s.remove(member));
        send(id, footing, "a share whose " + member + " is a number", s -> s.put(member, 7));
    }

    /** Nothing is asked of the answers but that they are answers. */
    private void unlikely(Footing footing) {
        send(
                "DEF-14",
                footing,
                "a share for nobody",
                s -> s.put("shareWith", "meshbed-nobody@" + session.origin().host()));
        send("DEF-14", footing, "a share of an unknown share type", s -> s.put("shareType", "constellation"));
        send("DEF-14", footing, "a share of an unknown resource type", s -> s.put("resourceType", "constellation"));
        send(
                "DEF-14",
                footing,
                "a share by an unknown protocol",
                s -> s.putObject("protocol")
                        .put("name", "multi")
                        .putObject("pigeon")
                        .put("uri", "loft"));
        send(
                "SHARE-96 SHARE-102",
                footing,
                "a share by ssh",
                s -> s.putObject("protocol").put("name", "ssh").putObject("ssh").put("uri", "m@peer.localhost:22/f"));
    }

    private void webapps(Footing footing) {
        send(
                "SHARE-68",
                footing,
                "a web app with a relative uri",
                s -> messages.webapp(s).put("uri", "relative/app"));
        for (var field : List.of(
                "uri SHARE-67",
                "targets SHARE-70",
                "permissions SHARE-74",
                "requirements SHARE-76",
                "sharedSecret SHARE-82")) {
            var member = field.split(" ")[0];
            send(
                    field.split(" ")[1],
                    footing,
                    "a web app without " + member,
                    s -> messages.webapp(s).remove(member));
        }
        for (var field : List.of("targets SHARE-72", "permissions SHARE-75", "requirements SHARE-78")) {
            var member = field.split(" ")[0];
            send(
                    field.split(" ")[1],
                    footing,
                    "a web app with no " + member,
                    s -> messages.webapp(s).putArray(member));
        }
    }

    /** What the document says is demanded is not there in the right share: it is to be refused. */
    private void demands() {
        var tokenless = messages.share();
        Messages.webdav(tokenless).remove("requirements");
        var stranger = messages.of(session.peers().like(Manner.THIRD));
        criterion("must-exchange-token", "DEF-10", () -> session.peer().post(session.api(SHARES), tokenless));
        criterion("must-invite", "DISC-35", () -> stranger.peer().post(session.api(SHARES), stranger.share()));
        criterion(
                "must-use-http-sig",
                "SIG-06 DEF-09",
                () -> session.peer().unsigned(session.api(SHARES), messages.share()));
    }

    private void criterion(String criterion, String ids, Supplier<Exchange> ignoring) {
        if (session.demands(criterion)) session.probe(ids, "a share that ignores " + criterion, ignoring);
        else session.tally().note(ids, Outcome.UNSUPPORTED, "it does not demand " + criterion);
    }

    private void send(String ids, Footing footing, String what, Consumer<ObjectNode> change) {
        var share = messages.share();
        change.accept(share);
        session.post(ids, footing, what, SHARES, share);
    }
}
