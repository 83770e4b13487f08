package org.meshbed.nodes.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.meshbed.nodes.dialect.Capability;
import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.discovery.Courier;
import org.meshbed.nodes.discovery.Deliveries;
import org.meshbed.nodes.discovery.Deliveries.Delivery;
import org.meshbed.nodes.discovery.Lookup;
import org.meshbed.nodes.discovery.Peer;
import org.meshbed.nodes.discovery.Peers;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Secrets.Purpose;
import org.meshbed.nodes.port.Table;
import org.meshbed.nodes.share.News;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.Family;
import org.meshbed.nodes.vendor.quirk.NotificationQuirk.NotificationRetries;
import org.meshbed.nodes.vendor.quirk.NotificationQuirk.NotificationSendHeeds;
import org.meshbed.nodes.vendor.quirk.NotificationQuirk.NotificationSends;
import org.meshbed.nodes.vendor.quirk.SendQuirk.SendAttempts;

/**
 * Notifications on their way. Each is stored before it is sent, and sent again until the other server answered for
 * good: after a minute, then twice as long each time up to six hours, for thirty days. The drafts give no policy. What
 * was underway when the node stopped goes on when it starts. A repeated delivery is harmless by the protocol.
 */
public final class Outbox implements News {
    public static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    public static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    public static final Duration GIVEN_UP_AFTER = Duration.ofDays(30);

    private final Ports ports;
    private final Manner manner;
    private final Peers peers;
    private final Courier courier;
    private final Deliveries deliveries;
    private final ServerHost own;
    private final Table<Pending> pending;
    private final AtomicLong next = new AtomicLong();
    private final Map<String, List<Pending>> lines = new ConcurrentHashMap<>();

    public Outbox(Ports ports, Manner manner, Peers peers, Courier courier, Deliveries deliveries, ServerHost own) {
        this.ports = ports;
        this.manner = manner;
        this.peers = peers;
        this.courier = courier;
        this.deliveries = deliveries;
        this.own = own;
        this.pending = new Table<>(ports.store(), "outbox", Pending.class);
    }

    /** Goes on with what an earlier incarnation of the node left undone. */
    public void resume() {
        var left = pending.all().stream()
                .sorted(Comparator.comparingLong(Pending::number))
                .toList();
        if (!left.isEmpty()) next.set(left.getLast().number() + 1);
        left.forEach(this::line);
    }

    @Override
    public void tell(ServerHost server, Notice notice) {
        if (!tells(notice.type())) {
            ports.witness().decided("notification", "not told", "the product tells no " + notice.type());
            return;
        }
        var id = ports.secrets().text(Purpose.INTERNAL_ID, 10);
        var now = ports.time().now().toString();
        var item = Pending.of(id, next.getAndIncrement(), server, notice, now);
        pending.put(id, item);
        ports.witness().changed("notification", notice.type() + " " + notice.subject(), "-", "queued");
        line(item);
    }

    private boolean tells(Notice.Type type) {
        return manner.bent(NotificationSends.class)
                .map(q -> q.types().contains(type.name()))
                .orElse(true);
    }

    /** How many wait to be delivered. */
    public int waiting() {
        return pending.all().size();
    }

    /** News of one share goes in a line, so that a decline never overtakes the acceptance before it. */
    private void line(Pending item) {
        var line = lines.merge(item.line(), List.of(item), Outbox::joined);
        if (line.size() == 1)
            ports.tasks().start("notify " + item.server() + " about " + item.subject(), () -> empty(item));
    }

    private static List<Pending> joined(List<Pending> line, List<Pending> more) {
        return Stream.concat(line.stream(), more.stream()).toList();
    }

    /** Delivers one after the other; whoever joins the line meanwhile is delivered by the same task. */
    private void empty(Pending first) {
        var left = List.of(first);
        while (!left.isEmpty()) {
            deliver(left.getFirst());
            left = lines.computeIfPresent(first.line(), (_, line) -> line.subList(1, line.size()));
            if (left == null || lines.remove(first.line(), List.of())) return;
        }
    }

    private void deliver(Pending item) {
        var retries = manner.bent(NotificationRetries.class);
        var pause = retries.flatMap(NotificationRetries::first).orElse(FIRST_PAUSE);
        var longest = retries.flatMap(NotificationRetries::longest).orElse(LONGEST_PAUSE);
        var times = retries.map(NotificationRetries::times).orElse(Integer.MAX_VALUE);
        for (var sent = 1; ; sent++) {
            var attempt = attempt(item);
            if (attempt instanceof Attempt.Later(var why)) {
                var end = Instant.parse(item.since()).plus(GIVEN_UP_AFTER);
                if (sent >= times || !ports.time().now().plus(pause).isBefore(end)) {
                    finish(item, "given up: " + why);
                    return;
                }
                ports.witness().decided("notification", "again in " + pause.toMinutes() + " min", why);
                ports.time().pause(pause);
                pause = pause.multipliedBy(2).compareTo(longest) < 0 ? pause.multipliedBy(2) : longest;
            } else if (attempt instanceof Attempt.Done(var how)) {
                finish(item, how);
                return;
            }
        }
    }

    private void finish(Pending item, String how) {
        pending.remove(item.id());
        ports.witness().changed("notification", item.type() + " " + item.subject(), "queued", how);
    }

    private sealed interface Attempt {
        record Done(String how) implements Attempt {}

        record Later(String why) implements Attempt {}
    }

    private Attempt attempt(Pending item) {
        var how = deliveries.own();
        if (how.isPresent()) return attempt(item, how.get());
        return switch (peers.find(ServerHost.parse(item.server()))) {
            case Lookup.Failed(var why, var passing) ->
                passing ? new Attempt.Later(why) : new Attempt.Done("undeliverable: " + why);
            case Lookup.Found(var peer) -> send(item, peer);
        };
    }

    /** In the manner of products that try several times at once. */
    private Attempt attempt(Pending item, SendAttempts how) {
        var host = ServerHost.parse(item.server());
        return switch (deliveries.send(
                how, host, item.errand(), (_, dialect) -> dialect.notification(item.notice(own)))) {
            case Delivery.Done(var _) -> new Attempt.Done("delivered");
            case Delivery.Not(var why, var stopped) -> stopped ? new Attempt.Done(why) : new Attempt.Later(why);
        };
    }

    private Attempt send(Pending item, Peer peer) {
        var objection = objection(peer);
        if (objection.isPresent()) return new Attempt.Done("undeliverable: " + objection.get());
        var dialect = manner.towards(Family.NOTIFICATION, peer.apiVersion());
        var message = dialect.notification(item.notice(own));
        if (message.isEmpty()) return new Attempt.Done("not said: OCM " + dialect.name() + " has no word for it");
        return switch (courier.post(peer, item.errand(), message.get())) {
            case Exchange.Replied(var reply)
            when courier.succeeded("notification", reply, dialect.succeeded(reply)) -> new Attempt.Done("delivered");
            case Exchange.Replied(var reply)
            when again(reply.status()) -> new Attempt.Later(peer.host() + " answered " + reply.status());
            case Exchange.Replied(var reply) -> new Attempt.Done("refused with " + reply.status());
            case Exchange.Refused refused -> new Attempt.Later(peer.host() + " " + refused.words());
            case Exchange.TlsFailed failed -> new Attempt.Later(peer.host() + " " + failed.words());
            case Exchange.Reset reset -> new Attempt.Later(peer.host() + " " + reset.words());
            case Exchange.TimedOut late -> new Attempt.Later(peer.host() + " " + late.words());
        };
    }

    private Optional<String> objection(Peer peer) {
        var heeds = manner.bent(NotificationSendHeeds.class)
                .map(NotificationSendHeeds::parts)
                .orElse(List.of("criteria"));
        if (heeds.contains("capabilities") && !peer.can(Capability.NOTIFICATIONS))
            return Optional.of(peer.host() + " takes no notifications");
        return heeds.contains("criteria") ? courier.objection(peer) : Optional.empty();
    }

    private static boolean again(int status) {
        return status >= 500 && status != 501 || List.of(408, 425, 429).contains(status);
    }
}
