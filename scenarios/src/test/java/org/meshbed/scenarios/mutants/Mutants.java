package org.meshbed.scenarios.mutants;

import static org.meshbed.scenarios.mutants.Mutant.nodesThat;
import static org.meshbed.scenarios.mutants.Wrongs.DATA;
import static org.meshbed.scenarios.mutants.Wrongs.DISCOVERY;
import static org.meshbed.scenarios.mutants.Wrongs.INVITES;
import static org.meshbed.scenarios.mutants.Wrongs.NEWS;
import static org.meshbed.scenarios.mutants.Wrongs.SHARES;
import static org.meshbed.scenarios.mutants.Wrongs.answers;
import static org.meshbed.scenarios.mutants.Wrongs.bytes;
import static org.meshbed.scenarios.mutants.Wrongs.getting;
import static org.meshbed.scenarios.mutants.Wrongs.hears;
import static org.meshbed.scenarios.mutants.Wrongs.keeping;
import static org.meshbed.scenarios.mutants.Wrongs.repeatsItself;
import static org.meshbed.scenarios.mutants.Wrongs.says;
import static org.meshbed.scenarios.mutants.Wrongs.saysJson;
import static org.meshbed.scenarios.mutants.Wrongs.seeing;
import static org.meshbed.scenarios.mutants.Wrongs.serving;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.store.MemoryStore;

/** What may be wrong with a node, flow by flow. */
final class Mutants {
    private static final WireReply YES =
            WireReply.json(201, Json.bytes(Json.object().put("recipientDisplayName", "x")));

    private Mutants() {}

    static Stream<Mutant> discovery() {
        return Stream.of(
                nodesThat("say 'yes' in place of true", saysJson(DISCOVERY, d -> d.put("enabled", "yes")))
                        .mustFail("discovery/serving.feature", "A server is found by the address of its party"),
                nodesThat("name each kind of thing twice", saysJson(DISCOVERY, d -> {
                            var types = d.withArray("/resourceTypes");
                            types.add(types.get(0).deepCopy());
                            return d;
                        }))
                        .mustFail("discovery/serving.feature", "Nothing is said twice"),
                nodesThat("take files only", saysJson(DISCOVERY, d -> {
                            d.withArray("/resourceTypes").remove(1);
                            return d;
                        }))
                        .mustFail("discovery/serving.feature", "A server says that it takes folders for groups"),
                nodesThat(
                                "give a place for messages where they take none",
                                saysJson(
                                        DISCOVERY,
                                        d -> d.put("endPoint", d.get("endPoint").textValue() + "/elsewhere")))
                        .mustFail("share/sharing.feature", "A file is shared, accepted and read"),
                nodesThat("ask for no document twice", Wrongs.asksOnce())
                        .mustFail(
                                "discovery/peers.feature",
                                "What the other server says is asked for again after a while",
                                "After a failure the other server is asked again"),
                nodesThat("follow every redirect", Wrongs.followsRedirects())
                        .mustFail("discovery/peers.feature", "A server is not taken for another to which it points"),
                nodesThat("stop after a large document", Wrongs.diesOfLargeMessages())
                        .mustFail(
                                "discovery/peers.feature",
                                "A server that describes itself by three megabytes is not shared with"));
    }

    static Stream<Mutant> share() {
        var count = new AtomicInteger();
        return Stream.of(
                nodesThat("say yes to every share and keep none", answers(SHARES, YES))
                        .mustFail("share/sharing.feature", "A share waits for the answer of its recipient"),
                nodesThat("say yes to every share", says(SHARES, (_, _) -> YES))
                        .mustFail(
                                "share/refusals.feature",
                                "An unknown recipient",
                                "A share without the name",
                                "A share type that nobody knows",
                                "The same id with another name is another server's mistake"),
                nodesThat(
                                "think of a name where there is none",
                                hears(SHARES, m -> m.has("name") ? m : m.put("name", "x")))
                        .mustFail("share/refusals.feature", "A share without the name"),
                nodesThat(
                                "take every announcement for a new one",
                                hears(
                                        SHARES,
                                        m -> m.put(
                                                "providerId",
                                                m.path("providerId").asText() + count.incrementAndGet())))
                        .mustFail("share/refusals.feature", "An announcement that comes twice is shown once"),
                nodesThat("take requirements for decoration", hears(SHARES, m -> {
                            if (m.path("protocol").has("webdav"))
                                m.withObject("/protocol/webdav").remove("requirements");
                            return m;
                        }))
                        .mustFail("share/refusals.feature", "A requirement that nobody knows"),
                nodesThat("live in the past", seeing(Mutants::standingStill))
                        .mustFail(
                                "share/sharing.feature",
                                "A share with an end cannot be read after it",
                                "The end of a share can be set later"),
                nodesThat("give every share the same secret", Wrongs.oneSecretForAll())
                        .mustFail("share/sharing.feature", "Every share has an id of its own"));
    }

    static Stream<Mutant> group() {
        return Stream.of(
                nodesThat(
                                "give a group's share to one of them",
                                hears(
                                        SHARES,
                                        m -> m.path("shareType").asText().equals("group")
                                                ? m.put("shareType", "user").put("shareWith", "dave@beta.example")
                                                : m))
                        .mustFail(
                                "share/groups.feature",
                                "Each member of a group gets the share",
                                "A group that is not there gets nothing"),
                nodesThat("take a group for a person", hears(SHARES, m -> m.put("shareType", "user")))
                        .mustFail("share/groups.feature", "A folder is shared with a group"),
                nodesThat("take a person for a group", hears(SHARES, m -> m.put("shareType", "group")))
                        .mustFail("share/groups.feature", "A group is not taken for a person"));
    }

    static Stream<Mutant> notification() {
        return Stream.of(
                nodesThat("do not listen to news", answers(NEWS, YES))
                        .mustFail(
                                "notification/telling.feature",
                                "A share goes when its own server says so",
                                "A share is accepted when the server of its recipient says so",
                                "A share that nobody knows was accepted",
                                "News without the type"),
                nodesThat("tell no news", Wrongs.swallows(NEWS))
                        .mustFail(
                                "notification/telling.feature",
                                "The sending server hears that its share was accepted",
                                "The receiving server hears that a share is gone"),
                nodesThat("believe everybody", hears(NEWS, m -> m.put("senderDomain", "alpha.example")))
                        .mustFail("notification/telling.feature", "A server cannot take away another server's share"),
                nodesThat("tell news once only", getting(Mutants::forGood))
                        .mustFail(
                                "notification/retry.feature",
                                "An acceptance arrives when the sending server is back",
                                "Unsharing arrives when the link is whole again"),
                nodesThat("forget what they have to tell", keeping(WrongStore.forgets("outbox")))
                        .mustFail(
                                "notification/retry.feature",
                                "News is not lost when the server that has to tell it stops too"),
                nodesThat("tell news again and again", seeing(Mutants::impatient))
                        .mustFail("notification/retry.feature", "A server that never listens is given up"));
    }

    static Stream<Mutant> invite() {
        return Stream.of(
                nodesThat(
                                "let an invite be accepted twice",
                                repeatsItself(
                                        INVITES, (node, _) -> node.settings().name()))
                        .mustFail(
                                "invite/refusals.feature",
                                "An invite is not accepted twice",
                                "An invite is not accepted twice by the same person"),
                nodesThat("live in the past", seeing(Mutants::standingStill))
                        .mustFail("invite/refusals.feature", "An invite that is too old"),
                nodesThat("forget their contacts", keeping(WrongStore.forgets("contacts")))
                        .mustFail("invite/inviting.feature", "An accepted invite makes two contacts"),
                nodesThat("do not say who invited", saysJson(INVITES, m -> m.without("userID")))
                        .mustFail("invite/inviting.feature", "An accepted invite makes two contacts"),
                nodesThat(
                                "say yes to every acceptance",
                                says(
                                        INVITES,
                                        (_, _) -> WireReply.json(
                                                200,
                                                Json.bytes(Json.object()
                                                        .put("userID", "alice")
                                                        .put("email", "a@mail.example")
                                                        .put("name", "Alice")))))
                        .mustFail(
                                "invite/refusals.feature",
                                "An invite that nobody made",
                                "An invite that was withdrawn",
                                "An acceptance without the token"));
    }

    static Stream<Mutant> access() {
        return Stream.of(
                nodesThat(
                                "go on serving what they once served",
                                repeatsItself(
                                        DATA,
                                        (node, request) ->
                                                node.settings().name() + request.method() + request.target()))
                        .mustFail(
                                "access/reading.feature",
                                "The secret of a share opens nothing after unsharing",
                                "The recipient reads what the sender wrote last"),
                nodesThat(
                                "send other bytes",
                                says(
                                        DATA,
                                        (request, reply) -> request.method().equals("GET")
                                                ? Wrongs.withBytes(reply, Mutants::flipped)
                                                : reply))
                        .mustFail(
                                "access/reading.feature",
                                "The recipient reads what the sender wrote last",
                                "A large file arrives whole",
                                "The secret opens the share and nothing else does"),
                nodesThat(
                                "send a megabyte of each file",
                                says(
                                        DATA,
                                        (request, reply) -> request.method().equals("GET")
                                                ? Wrongs.withBytes(
                                                        reply, b -> Arrays.copyOf(b, Math.min(b.length, 1 << 20)))
                                                : reply))
                        .mustFail("access/reading.feature", "A large file arrives whole"),
                nodesThat("take every secret for the right one", Wrongs.takesEverySecret())
                        .mustFail("access/reading.feature", "The secret opens the share and nothing else does"),
                nodesThat(
                                "open what is above a share",
                                says(
                                        DATA,
                                        (request, reply) -> request.target().contains("..")
                                                        || request.target().contains("%2e")
                                                ? WireReply.text(200, "a diary")
                                                : reply))
                        .mustFail(
                                "access/reading.feature",
                                "A foreign server does not leave the share by ../diary.txt",
                                "A foreign server does not leave the share by %2e%2e/diary.txt"),
                nodesThat(
                                "let everybody write",
                                keeping(WrongStore.rewrites(
                                        "sent-shares",
                                        "\"permissions\":[\"read\"]",
                                        "\"permissions\":[\"read\",\"write\"]")))
                        .mustFail("access/writing.feature", "A foreign server that may only read writes nothing"),
                nodesThat(
                                "say that they wrote, and write nothing",
                                serving((right, node) ->
                                        request -> request.method().equals("PUT")
                                                        && request.path().startsWith(DATA)
                                                ? WireReply.empty(201)
                                                : right.answer(node, request)))
                        .mustFail(
                                "access/writing.feature",
                                "A recipient who may write changes a file",
                                "A foreign server that may only read writes nothing"));
    }

    static Stream<Mutant> limits() {
        return Stream.of(
                nodesThat(
                                "break at what is no JSON",
                                says(
                                        SHARES,
                                        (request, reply) ->
                                                reply.status() == 400 ? WireReply.text(500, "oops") : reply))
                        .mustFail("limits/messages.feature", "A share that is half a document"),
                nodesThat("stop after a large message", Wrongs.diesOfLargeMessages())
                        .mustFail("limits/messages.feature", "A share that is three megabytes"),
                nodesThat(
                                "cut long names",
                                hears(
                                        SHARES,
                                        m -> m.path("name").asText().length() > 255
                                                ? m.put(
                                                        "name",
                                                        m.get("name")
                                                                .textValue()
                                                                .substring(0, 255))
                                                : m))
                        .mustFail("limits/messages.feature", "A name that is too long"),
                nodesThat(
                                "have no room for names",
                                says(
                                        SHARES,
                                        (request, reply) -> new String(
                                                                bytes(request.body()),
                                                                java.nio.charset.StandardCharsets.UTF_8)
                                                        .contains("x".repeat(200))
                                                ? WireReply.json(400, new byte[] {'{', '}'})
                                                : reply))
                        .mustFail("limits/messages.feature", "A name that is just short enough"),
                nodesThat("never have enough", says(SHARES, (_, reply) -> reply.status() == 503 ? YES : reply))
                        .mustFail("limits/messages.feature", "Too many shares that wait for an answer"));
    }

    static Stream<Mutant> faults() {
        return Stream.of(
                nodesThat("forget everything when they stop", keeping(_ -> new MemoryStore()))
                        .mustFail(
                                "faults/faults.feature",
                                "A received share survives a stop of the receiving server",
                                "A sent share survives a stop of the sending server",
                                "Contacts survive a stop",
                                "An open invite survives a stop"),
                nodesThat("are sure of what they do not know", getting(Mutants::sure))
                        .mustFail(
                                "faults/faults.feature",
                                "When the reply is lost the sender is told that it is unclear"),
                nodesThat("keep no share whose reply was lost", getting(Mutants::surelyNot))
                        .mustFail(
                                "faults/faults.feature",
                                "When the reply is lost the sender is told that it is unclear"));
    }

    static Stream<Mutant> mixed() {
        return Stream.of(
                nodesThat(
                                "serve the old place as well",
                                serving((right, node) -> request -> right.answer(
                                        node,
                                        request.path().startsWith("/ocm-provider")
                                                        && node.settings()
                                                                .name()
                                                                .equals("alpha")
                                                ? new WireRequest(
                                                        request.method(),
                                                        DISCOVERY,
                                                        request.headers(),
                                                        request.body(),
                                                        request.framing())
                                                : request)))
                        .mustFail(
                                "mixed/versions.feature",
                                "A server of version 1.0 does not find a plain one of version 1.5"),
                nodesThat(
                                "know no Basic authentication",
                                serving((right, node) -> request -> request.headers()
                                                .first("Authorization")
                                                .orElse("")
                                                .startsWith("Basic ")
                                        ? WireReply.empty(401)
                                        : right.answer(node, request)))
                        .mustFail(
                                "mixed/versions.feature",
                                "Two servers of version 1.0 share with each other",
                                "A server of version 1.5 shares with one of version 1.0"),
                nodesThat("take every share for one of their own version", says(SHARES, (_, _) -> YES))
                        .mustFail("mixed/versions.feature", "A server of version 1.0 refuses what it cannot read"));
    }

    /** Takes whatever did not work for an answer. */
    private static Exchange forGood(Exchange exchange) {
        return exchange instanceof Exchange.Replied ? exchange : new Exchange.Replied(WireReply.empty(404));
    }

    private static Exchange sure(Exchange exchange) {
        return exchange instanceof Exchange.TimedOut ? new Exchange.Replied(YES) : exchange;
    }

    private static Exchange surelyNot(Exchange exchange) {
        return exchange instanceof Exchange.TimedOut(var _, var why) ? new Exchange.TimedOut(false, why) : exchange;
    }

    private static byte[] flipped(byte[] bytes) {
        var other = bytes.clone();
        if (other.length > 0) other[other.length / 2] ^= 1;
        return other;
    }

    /** A clock that always shows the time of its first look. */
    private static Time standingStill(Time right) {
        Map<String, Instant> first = new ConcurrentHashMap<>();
        return new Time() {
            @Override
            public Instant now() {
                return first.computeIfAbsent("now", _ -> right.now());
            }

            @Override
            public void pause(Duration duration) {
                right.pause(duration);
            }
        };
    }

    /** Waits a minute where a day is asked for. */
    private static Time impatient(Time right) {
        return new Time() {
            @Override
            public Instant now() {
                return right.now();
            }

            @Override
            public void pause(Duration duration) {
                right.pause(duration.dividedBy(60));
            }
        };
    }
}
