package org.meshbed.nodes.share;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.resource.Elsewhere;
import org.meshbed.nodes.resource.RemoteOutcome;
import org.meshbed.nodes.resource.Seen;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessPassesOn;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessStates;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.Step;

/**
 * Shares on what was received as a share of its own, in the manner of products whose recipients' servers stand between:
 * what the third party asks for is asked, step by step, of the server that it came from.
 */
public final class PassingOn {
    private final Manner manner;
    private final ReceivedShares received;
    private final RemoteShares remote;
    private final SendShares sending;

    public PassingOn(Manner manner, ReceivedShares received, RemoteShares remote, SendShares sending) {
        this.manner = manner;
        this.received = received;
        this.remote = remote;
        this.sending = sending;
    }

    /**
     * What came of a request.
     *
     * @param there what is known of the thing that it was about, where it was found
     */
    record Passed(WireReply reply, Optional<Elsewhere> there) {}

    /** What the user is told; empty where the product does not do it so. */
    public Optional<Told<Nothing>> share(
            String user, String displayName, String id, String shareWith, Permissions permissions) {
        var steps = steps("share");
        if (steps.isEmpty()) return Optional.empty();
        var share = received.find(user, id);
        if (share.isEmpty()) return Optional.of(Told.refused("there is no such share"));
        if (share.get().of(user) != ReceivedShare.State.ACCEPTED
                && manner.bent(AccessStates.class).isEmpty())
            return Optional.of(Told.refused("accept the share first"));
        return Optional.of(share(steps.get(), user, displayName, share.get(), shareWith, permissions));
    }

    private Told<Nothing> share(
            List<Step> steps,
            String user,
            String displayName,
            StoredReceived share,
            String shareWith,
            Permissions permissions) {
        RemoteOutcome<Seen> seen = new RemoteOutcome.NotFound<>();
        for (var step : steps) {
            seen = see(share, step, "");
            if (seen.value().isEmpty()) return Told.refused(share.server() + " " + seen.words());
        }
        var type = seen.value().filter(Seen::folder).isPresent() ? ResourceType.FOLDER : ResourceType.FILE;
        var wish = new ShareWish(localId(share.key()), shareWith, ShareType.USER, permissions, Optional.empty(), false);
        try {
            return nothing(sending.share(
                    new Offer(user, displayName, type, seen.value().map(Seen::length)),
                    wish,
                    OcmAddress.parse(shareWith),
                    Beside.passingOn(shareWith, share)));
        } catch (NotWellFormed e) {
            return Told.refused(String.valueOf(e.getMessage()));
        }
    }

    private static Told<Nothing> nothing(Told<?> told) {
        return switch (told) {
            case Told.Done<?>(var _, var words) -> Told.done(Nothing.NOTHING, words);
            case Told.Refused<?>(var words) -> Told.refused(words);
            case Told.Unclear<?>(var words) -> new Told.Unclear<>(words);
            case Told.Unsupported<?>(var words) -> new Told.Unsupported<>(words);
        };
    }

    /** Under which a received share goes here: it looks as if it had been drawn. */
    private static String localId(String key) {
        var id = new StringBuilder(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString());
        id.setCharAt(14, '4');
        return id.toString();
    }

    private Optional<List<Step>> steps(String verb) {
        return manner.bent(AccessPassesOn.class)
                .map(q -> q.verbs().getOrDefault(verb, List.of()))
                .filter(steps -> !steps.isEmpty());
    }

    /** Whether that share passes on what was received. */
    static boolean concerns(StoredSent share) {
        return share.beside().received().isPresent();
    }

    /** Asks for what the request is about; {@code path}: inside of what is shared. */
    Passed pass(StoredSent sent, WireRequest request, String path) {
        var share = sent.beside().received().flatMap(key -> received.find(sent.user(), key));
        if (share.isEmpty()) return new Passed(WireReply.empty(404), Optional.empty());
        return switch (request.method()) {
            case "GET" -> new Going(share.get(), path).read();
            case "HEAD" -> new Going(share.get(), path).look();
            case "PROPFIND" ->
                request.headers().first("Depth").filter("0"::equals).isPresent()
                        ? new Going(share.get(), path).look()
                        : new Going(share.get(), path).list();
            case "PUT" -> new Going(share.get(), path).change(Wish.write(path, content(request)));
            case "MKCOL" -> new Going(share.get(), path).change(Wish.makeFolder(path));
            case "DELETE" -> new Going(share.get(), path).change(Wish.delete(path));
            default -> new Passed(WireReply.empty(405), Optional.empty());
        };
    }

    private static Content content(WireRequest request) {
        return switch (request.body()) {
            case Body.None() -> Content.of(new byte[0]);
            case Body.Bytes(var bytes) -> Content.of(bytes);
            case Body.Stream(var content) -> content;
        };
    }

    private RemoteOutcome<Seen> see(StoredReceived share, Step step, String path) {
        var at = step.asks().equals("look-root") ? "" : path;
        return remote.step(share, step, (sessions, asked) -> sessions.ask(asked, f -> f.see(at, asked.properties())));
    }

    /** One request, going through its steps; what fails first is the answer. */
    private final class Going {
        private final StoredReceived share;
        private final String path;
        private Optional<Seen> seen = Optional.empty();

        Going(StoredReceived share, String path) {
            this.share = share;
            this.path = path;
        }

        Passed look() {
            var failed = steps("look").flatMap(this::upTo);
            return failed.orElseGet(() -> passed(WireReply.empty(200), List.of()));
        }

        Passed read() {
            var steps = steps("read").orElse(List.of());
            for (var step : steps) {
                if (!step.asks().equals("it")) {
                    var failed = looked(step);
                    if (failed.isPresent()) return failed.get();
                    if (seen.filter(Seen::folder).isPresent()) return passed(WireReply.empty(405), List.of());
                    continue;
                }
                var outcome = remote.step(share, step, Wish.read(path).kept());
                if (outcome.value().isEmpty()) return failed(outcome);
                var body = new Body.Stream(outcome.value().orElseThrow());
                return passed(WireReply.of(200, Headers.NONE, body), List.of());
            }
            return passed(WireReply.empty(405), List.of());
        }

        /** Of a file there is nothing below. */
        Passed list() {
            var children = List.<Seen>of();
            for (var step : steps("list").orElse(List.of())) {
                if (!step.asks().equals("it")) {
                    var failed = looked(step);
                    if (failed.isPresent()) return failed.get();
                    if (seen.filter(it -> !it.folder()).isPresent()) return passed(WireReply.empty(200), List.of());
                    continue;
                }
                var outcome = remote.step(
                        share,
                        step,
                        (sessions, asked) -> sessions.ask(asked, f -> f.children(path, asked.properties())));
                if (outcome.value().isEmpty()) return failed(outcome);
                children = outcome.value().orElseThrow();
            }
            return passed(WireReply.empty(200), children);
        }

        /** What is written may not have been there before. */
        Passed change(Wish<Nothing> wish) {
            var there = false;
            for (var step : steps(wish.verb().startsWith("write") ? "write" : wish.verb())
                    .orElse(List.of())) {
                if (step.asks().equals("it")) {
                    var outcome = remote.step(share, step, wish.kept());
                    if (outcome.value().isEmpty()) return failed(outcome);
                    continue;
                }
                var before = see(share, step, path);
                if (before.value().isEmpty() && !(wish.makes() && before instanceof RemoteOutcome.NotFound))
                    return failed(before);
                there |= before.value().isPresent() && step.asks().equals("look") && seen.isEmpty();
                if (step.asks().equals("look")) seen = before.value();
            }
            return passed(WireReply.empty(there || !wish.makes() ? 204 : 201), List.of());
        }

        private Optional<Passed> upTo(List<Step> steps) {
            for (var step : steps) {
                var failed = looked(step);
                if (failed.isPresent()) return failed;
            }
            return Optional.empty();
        }

        private Optional<Passed> looked(Step step) {
            var outcome = see(share, step, path);
            if (outcome.value().isEmpty()) return Optional.of(failed(outcome));
            if (step.asks().equals("look")) seen = outcome.value();
            return Optional.empty();
        }

        private Passed passed(WireReply reply, List<Seen> children) {
            return new Passed(reply, seen.map(it -> new Elsewhere(it, children)));
        }

        private static Passed failed(RemoteOutcome<?> outcome) {
            var status = switch (outcome) {
                case RemoteOutcome.NotFound<?> _ -> 404;
                case RemoteOutcome.Exists<?> _, RemoteOutcome.NotAFolder<?> _ -> 405;
                case RemoteOutcome.NoParent<?> _ -> 409;
                case RemoteOutcome<?> _ -> 502;
            };
            return new Passed(WireReply.empty(status), Optional.empty());
        }
    }
}
