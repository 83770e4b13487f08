package org.meshbed.simulator.journal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** A journal on a clock that ticks a millisecond for each entry, and the words to write into it. */
public final class Recording {
    public static final String SECRET = "kTz3bPq0WmXv9Ls";
    public static final Origin ALPHA = Origin.https(ServerHost.parse("alpha.example"));
    public static final Origin BETA = Origin.https(ServerHost.parse("beta.example"));
    public static final String SHARE = """
            {"shareWith":"bob@beta.example","name":"report.txt","providerId":"share-0001","protocol":\
            {"name":"multi","webdav":{"uri":"share-0001","sharedSecret":"%s","permissions":["read"]}}}""".formatted(SECRET);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    public final Journal journal = new Journal(this::tick, "virtual, seed 7");

    private Instant tick() {
        now = now.plusMillis(1);
        return now;
    }

    public long asks(String from, String to, WireRequest request) {
        return journal.exchangeStarted(from, to, to.equals("alpha") ? ALPHA : BETA, request);
    }

    public void answers(long exchange, WireReply reply) {
        journal.exchangeEnded(exchange, new Exchange.Replied(reply), List.of());
    }

    public static WireRequest post(String target, String json) {
        return WireRequest.post(
                target, Headers.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
    }

    public static WireRequest get(String target, String... headers) {
        return WireRequest.get(target, Headers.of(headers));
    }

    public static WireReply json(int status, String body) {
        return WireReply.json(status, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Alice at alpha shares with bob at beta: beta discovers alpha inside, decides, keeps; bob reads. */
    public Recording share() {
        journal.scenario("A file is shared with one person");
        journal.step("When alice at alpha shares report.txt with bob at beta");
        var sharing = journal.reached();
        var announcement = asks("alpha", "beta", post("/ocm/shares", SHARE));
        Within.answering(announcement, () -> {
            var discovery = asks("beta", "alpha", get("/.well-known/ocm"));
            answers(
                    discovery,
                    json(
                            200,
                            "{\"enabled\":true,\"apiVersion\":\"1.2.0\",\"endPoint\":\"https://alpha.example/ocm\"}"));
            journal.testified(
                    "beta", 1, new Testimony.Consulted(Testimony.Kind.QUIRK, "share.receive.answers", "none"));
            journal.testified("beta", 1, new Testimony.Decision("user known", "yes", "bob has an account"));
            journal.testified("beta", 1, new Testimony.Changed("share", "share-0001", "-", "pending"));
            return "";
        });
        answers(announcement, json(201, "{\"recipientDisplayName\":\"Bob\"}"));
        journal.acted("alpha", "alice", "shares", "report.txt with bob@beta", "shared", sharing);
        journal.step("Then bob can read report.txt");
        var begun = journal.reached();
        var reading = asks("beta", "alpha", get("/dav/ocm/report.txt", "Authorization", "Bearer " + SECRET));
        answers(reading, WireReply.text(200, "content of the report"));
        journal.acted("beta", "bob", "reads", "report.txt", "content of the report", begun);
        return this;
    }

    /** What can go wrong with an exchange, a fault and a jump of the clock. */
    public Recording failures() {
        journal.scenario("The network fails");
        journal.fault("the link between alpha and beta is cut");
        fails(new Exchange.Refused("the link is cut"), "cut");
        fails(new Exchange.TlsFailed("certificate for another name"));
        fails(new Exchange.Reset(true, "the reply was lost"), "reply lost");
        fails(new Exchange.TimedOut(false, "no connection"));
        journal.clockMoved(Duration.ofMinutes(10));
        journal.fault("the link between alpha and beta heals");
        return this;
    }

    private void fails(Exchange how, String... faults) {
        var exchange = asks("alpha", "beta", post("/ocm/notifications", "{\"notificationType\":\"SHARE_UNSHARED\"}"));
        journal.exchangeEnded(exchange, how, List.of(faults));
    }
}
