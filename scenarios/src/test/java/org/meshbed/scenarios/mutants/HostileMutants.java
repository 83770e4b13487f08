package org.meshbed.scenarios.mutants;

import static org.meshbed.scenarios.mutants.Mutant.nodesOf;
import static org.meshbed.scenarios.mutants.Mutant.nodesThat;
import static org.meshbed.scenarios.mutants.Wrongs.DISCOVERY;
import static org.meshbed.scenarios.mutants.Wrongs.INVITES;
import static org.meshbed.scenarios.mutants.Wrongs.NEWS;
import static org.meshbed.scenarios.mutants.Wrongs.SHARES;
import static org.meshbed.scenarios.mutants.Wrongs.getting;
import static org.meshbed.scenarios.mutants.Wrongs.hears;
import static org.meshbed.scenarios.mutants.Wrongs.says;
import static org.meshbed.scenarios.mutants.Wrongs.saysJson;
import static org.meshbed.scenarios.mutants.Wrongs.sending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.meshbed.nodes.port.Reach;
import org.meshbed.nodes.port.Timeouts;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.vendor.Declared;
import org.meshbed.nodes.vendor.Evidence;
import org.meshbed.nodes.vendor.Profile;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.nodes.vendor.quirk.Opening;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendReach;

/** Nodes that lack a guard against those who mean harm. */
public final class HostileMutants {
    private static final String LOOKED_UP = "hostile/discovery.feature";
    private static final String DATA = "hostile/data.feature";
    private static final String PLACES = "hostile/keys-and-tokens.feature";
    private static final String ANSWERS = "hostile/answers.feature";
    private static final String BELIEVED = "signatures/believed.feature";
    private static final String FORGED = "signatures/forged.feature";
    private static final String ASKING = "signatures/asking.feature";
    private static final String SPEAKING = "hostile/speaking.feature";
    private static final String LISTS = "trust/lists.feature";

    private HostileMutants() {}

    /** All of them; those that several features see stand there as often. */
    public static Stream<Mutant> all() {
        return Stream.of(outbound(), answers(), trust()).flatMap(some -> some);
    }

    static Stream<Mutant> outbound() {
        var callEverybody = nodesOf("call everybody", HostileMutants::open);
        var doNotLook = nodesThat(
                "do not look at the address that a name leads to",
                sending(() -> (right, to, request, timeouts) ->
                        right.exchange(to, request, timeouts.within(Reach.ANYWHERE))));
        var followAll = nodesThat("follow every redirect, credentials and all", HostileWrongs.followsEverywhere());
        return Stream.of(
                callEverybody.mustFail(
                        LOOKED_UP,
                        "Messages are wanted at https://127.0.0.1/ocm",
                        "Messages are wanted at https://169.254.169.254/ocm",
                        "Messages are wanted at https://vault.internal/ocm",
                        "Messages are wanted without TLS",
                        "Messages are wanted inside the private network",
                        "A name that leads into the private network",
                        "A name that leads to ::1",
                        "A name that leads to another address the second time"),
                callEverybody.mustFail(
                        DATA,
                        "A file that lies at https://127.0.0.1/secret",
                        "A file that lies at http://cloud.example.org/x",
                        "A file that lies inside the private network"),
                doNotLook.mustFail(DATA, "A name that leads to another address when its files are fetched"),
                doNotLook.mustFail(
                        LOOKED_UP,
                        "A name that leads into the private network",
                        "A name that leads to another address the second time"),
                followAll.mustFail(
                        LOOKED_UP,
                        "A server that points to https://127.0.0.1/.well-known/ocm",
                        "A server that points to https://[fe80::1]/",
                        "A server that points to //vault.internal/",
                        "A server that gives up TLS",
                        "A server that points into the private network",
                        "A server that hands a share on to another"),
                followAll.mustFail(
                        DATA,
                        "Files that are at another server all of a sudden",
                        "Files that are at https://localhost/ all of a sudden"),
                nodesOf("do not heed what their operator chose", _ -> Vendors.column("reference/1.5"))
                        .mustFail(LOOKED_UP, "Messages are wanted at another server"),
                nodesOf("do not heed what their operator chose", _ -> Vendors.column("reference/1.5"))
                        .mustFail(DATA, "A file that lies at another server, for a server that goes to none"));
    }

    /** Where keys and tokens are to be had. */
    static Stream<Mutant> places() {
        var day = Duration.ofDays(1);
        var callEverybody = nodesOf("call everybody", HostileMutants::open);
        var followAll = nodesThat("follow every redirect, credentials and all", HostileWrongs.followsEverywhere());
        var patient = nodesThat(
                "have all the time in the world",
                sending(() -> (right, to, request, timeouts) ->
                        right.exchange(to, request, new Timeouts(day, day, timeouts.reach()))));
        return Stream.of(
                callEverybody.mustFail(
                        PLACES,
                        "Keys that lie at https://127.0.0.1/keys",
                        "Keys that lie at https://169.254.169.254/keys",
                        "Keys that lie at https://vault.internal/keys",
                        "Keys in the clear",
                        "Keys inside the private network",
                        "A name that leads to another address when its keys are fetched",
                        "Messages and tokens inside the private network"),
                followAll.mustFail(
                        PLACES,
                        "Keys that are at https://127.0.0.1/keys all of a sudden",
                        "A code is not handed on to where the token end point points",
                        "A code is not handed on into the server's own network"),
                nodesOf("do not heed what their operator chose", profile -> profile.with("places", "anywhere"))
                        .mustFail(
                                PLACES,
                                "Keys at another server, for a server that goes to none",
                                "Messages and tokens at another server, for a server that goes to none"),
                nodesThat("ask for tokens wherever it is said", HostileWrongs.asksForTokensAnywhere())
                        .mustFail(
                                PLACES,
                                "Tokens that are to be had at https://127.0.0.1/token",
                                "Tokens that are to be had at https://169.254.169.254/token",
                                "Tokens that are to be had at http://cloud.example.org/t"),
                nodesThat("read whatever comes", getting(HostileWrongs::drained))
                        .mustFail(PLACES, "Keys without end"),
                patient.mustFail(PLACES, "Keys that come one byte a second"),
                nodesThat("read whatever comes", getting(HostileWrongs::drained))
                        .mustFail(
                                ANSWERS,
                                "A share that is answered without end",
                                "An accepted invite that is answered without end"),
                patient.mustFail(
                        ANSWERS,
                        "A share that is answered one byte a second",
                        "An accepted invite that is answered one byte a second"));
    }

    /** Whose signature is on a message. */
    static Stream<Mutant> signatures() {
        var blind = nodesOf(
                "look at no signature", profile -> profile.with("sign", "no").with("demand-signatures", "no"));
        var content = nodesOf("do without a signature", profile -> profile.with("demand-signatures", "no"));
        return Stream.of(
                blind.mustFail(
                        FORGED,
                        "A share that is signed with another key",
                        "A share that is signed with the digest of another message",
                        "A share that is not signed where signatures are demanded",
                        "A server that speaks for another server",
                        "News that is signed with another key",
                        "A server that shows a thousand keys"),
                blind.mustFail(
                        ASKING,
                        "A request for a share that is signed with another key",
                        "A request for a share that is signed for another server",
                        "A call of version 1.4 for a share that is signed with another key",
                        "Requests for a share that are not signed",
                        "Requests for a share in the name of another server",
                        "A token that is asked for by a message signed with another key",
                        "A token that is asked for by a message without a signature",
                        "A stolen secret is exchanged for nothing",
                        "A request for a token that is sent again later is worth nothing",
                        "An invite that is accepted in the name of another server"),
                blind.mustFail(
                        BELIEVED,
                        "A server of 1.2[sign=yes] does not believe what is signed as in version 1.2, with another key",
                        "A server of 1.5[mode=compat;sign=yes] does not believe what is signed as in version 1.2,"
                                + " for another server",
                        "A server that signs as all versions do takes no signature of 1.3 from a server of 1.5"),
                content.mustFail(ASKING, "Requests for a share that are not signed"),
                nodesOf("let everybody ask", profile -> profile.with("servers", "any"))
                        .mustFail(ASKING, "A call of version 1.4 from a server that is not allowed"));
    }

    /** The same profile, which may call any address under any name, with TLS and without. */
    private static Profile open(Profile profile) {
        var quirks = new ArrayList<>(profile.quirks());
        quirks.add(new Declared(
                new SendReach(List.of(Opening.of("*", "0.0.0.0/0", true), Opening.of("*", "::/0", true))),
                List.of(),
                new Evidence(Evidence.Level.INFERRED, "nowhere", ""),
                java.util.Optional.empty()));
        return new Profile(
                profile.vendor(),
                profile.line(),
                profile.covers(),
                profile.dialect(),
                quirks,
                profile.settings(),
                profile.chosen(),
                profile.limits());
    }

    static Stream<Mutant> answers() {
        var day = Duration.ofDays(1);
        return Stream.of(
                nodesThat("read whatever comes", getting(HostileWrongs::drained))
                        .mustFail(LOOKED_UP, "A document without end"),
                nodesThat("read whatever comes", getting(HostileWrongs::drained))
                        .mustFail(DATA, "A list of files without end"),
                nodesThat(
                                "have all the time in the world",
                                sending(() -> (right, to, request, timeouts) ->
                                        right.exchange(to, request, new Timeouts(day, day, timeouts.reach()))))
                        .mustFail(LOOKED_UP, "A document that comes one byte a second"),
                nodesThat(
                                "have all the time in the world",
                                sending(() -> (right, to, request, timeouts) ->
                                        right.exchange(to, request, new Timeouts(day, day, timeouts.reach()))))
                        .mustFail(DATA, "A list of files that comes one byte a second"),
                nodesThat("do not count headers", getting(HostileWrongs::withoutPadding))
                        .mustFail(LOOKED_UP, "Headers of 20 kilobytes", "Headers of 60 kilobytes"),
                nodesThat("unpack what is compressed", getting(HostileWrongs::unpacked))
                        .mustFail(LOOKED_UP, "A compressed document is not unpacked"),
                nodesThat("believe document types", getting(HostileWrongs::withoutDocumentType))
                        .mustFail(
                                DATA,
                                "A list of files with entities that grow a billionfold",
                                "A list of files with an entity that is a file of the reader",
                                "A list of files with a document type from elsewhere"),
                nodesThat("take any place", hears(SHARES, m -> {
                            if (m.path("protocol").has("webdav"))
                                m.withObject("/protocol/webdav").put("uri", "x");
                            return m;
                        }))
                        .mustFail(
                                DATA,
                                "A place that is none: ../../admin",
                                "A place that is none: %2e%2e/admin",
                                "A place that is none: file:///etc/passwd"));
    }

    static Stream<Mutant> trust() {
        var trusting = nodesThat("take every share", says(SHARES, (_, _) -> Wrongs.YES));
        var believing = nodesThat("believe all news", says(NEWS, (_, _) -> WireReply.empty(201)));
        var meeting = nodesThat(
                "let everybody accept",
                says(INVITES, (_, _) -> WireReply.json(200, "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        return Stream.of(
                trusting.mustFail(
                        LISTS,
                        "A server that is not allowed",
                        "A server that is denied",
                        "A stranger's share, for a server that demands an invite",
                        "A contact who was removed"),
                trusting.mustFail(
                        SPEAKING,
                        "A share in the name of a server that is not allowed",
                        "A share in the name of somebody whom the recipient does not know",
                        "A share in the name of the recipient's own server"),
                believing.mustFail(LISTS, "No news is taken from a server that is denied"),
                believing.mustFail(SPEAKING, "News that somebody else's share was accepted"),
                meeting.mustFail(LISTS, "No invite is accepted by a server that is not allowed"),
                meeting.mustFail(
                        SPEAKING,
                        "An invite accepted in the name of the inviter's server",
                        "An invite accepted in the name of a server that is not allowed"),
                nodesThat("take a second factor for decoration", hears(SHARES, m -> {
                            if (m.path("protocol").has("webdav"))
                                m.withObject("/protocol/webdav").remove("requirements");
                            return m;
                        }))
                        .mustFail(
                                "trust/second-factor.feature",
                                "Nobody opens it before the second factor is passed",
                                "Somebody without a second factor does not open it",
                                "A foreign server's demand is honoured",
                                "A server that cannot ask for a second factor takes no such share"),
                nodesThat(
                                "ask for a second factor and do not say so",
                                saysJson(DISCOVERY, d -> d.without("capabilities")))
                        .mustFail(
                                "trust/second-factor.feature",
                                "Somebody with a second factor opens it, in version 1.2",
                                "Somebody with a second factor opens it, in version 1.5"),
                nodesThat("do not say what they demand", saysJson(DISCOVERY, d -> d.without("criteria")))
                        .mustFail(
                                LISTS,
                                "A server of 1.5 says that it demands denylist",
                                "A server of 1.2 says that it demands invite"));
    }
}
