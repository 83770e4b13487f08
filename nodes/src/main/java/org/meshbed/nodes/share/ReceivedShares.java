package org.meshbed.nodes.share;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.dialect.ShareView;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.ReceivedShare.State;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Table;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareAnsweredAgain;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareReceiveKeeps;
import org.meshbed.nodes.vendor.quirk.ShareQuirk.ShareUnsharedKeeps;

/**
 * The shares that parties of this node received. A share with a group is one share: each member answers for themselves;
 * the sending server hears of the first acceptance, and of a decline when every member has declined.
 */
public final class ReceivedShares {
    private static final String KIND = "received-share";

    private final Table<StoredReceived> shares;
    private final Manner manner;
    private final Recipients recipients;
    private final News news;
    private final ServerHost own;
    private final Time time;
    private final Witness witness;
    private final Map<String, AtomicInteger> pending = new ConcurrentHashMap<>();

    public ReceivedShares(Ports ports, Manner manner, Recipients recipients, News news, ServerHost own) {
        this.shares = new Table<>(ports.store(), "received-shares", StoredReceived.class);
        this.manner = manner;
        this.recipients = recipients;
        this.news = news;
        this.own = own;
        this.time = ports.time();
        this.witness = ports.witness();
        shares.all().stream().filter(s -> s.states().isEmpty()).forEach(s -> waiting(s.recipient(), 1));
    }

    /** How many shares wait for an answer of this user or group. */
    int pending(String recipient) {
        var count = pending.get(recipient);
        return count == null ? 0 : count.get();
    }

    private void waiting(String recipient, int more) {
        pending.computeIfAbsent(recipient, _ -> new AtomicInteger()).addAndGet(more);
    }

    /** Keeps a share; answers the one that was already there under its key, where there was one. */
    Optional<StoredReceived> add(StoredReceived share) {
        var keeps = manner.bent(ShareReceiveKeeps.class)
                .map(ShareReceiveKeeps::shares)
                .orElse("");
        if (keeps.equals("latest")) shares.all().forEach(s -> shares.remove(s.key()));
        if (!shares.putIfAbsent(share.key(), share))
            return keeps.equals("again") ? add(share.again()) : shares.get(share.key());
        if (share.states().isEmpty()) waiting(share.recipient(), 1);
        witness.changed(KIND, share.key(), "-", share.states().isEmpty() ? "pending" : "answered");
        return Optional.empty();
    }

    Optional<StoredReceived> get(ServerHost server, String providerId) {
        return current(StoredReceived.key(server, providerId));
    }

    private Optional<StoredReceived> current(String key) {
        return shares.get(key).filter(s -> s.currentAt(time.now()));
    }

    public List<ReceivedShare> of(String user) {
        return shares.all().stream()
                .filter(s -> s.currentAt(time.now()) && isFor(s, user))
                .map(s -> s.seen(user))
                .toList();
    }

    /** The share this user sees under that id, where they see one. */
    Optional<StoredReceived> find(String user, String id) {
        return current(id).filter(s -> isFor(s, user));
    }

    private boolean isFor(StoredReceived share, String user) {
        return switch (share.shareType()) {
            case USER -> share.recipient().equals(user);
            case GROUP -> recipients.group(share.recipient()).orElse(List.of()).contains(user);
        };
    }

    public Told<Nothing> accept(String user, String id) {
        return answer(user, id, State.ACCEPTED, _ -> Optional.empty());
    }

    /** The same for a product that looks at a share before its sender is told; {@code objects}: why it is not told. */
    Told<Nothing> accept(String user, String id, Looking looking) {
        return answer(user, id, State.ACCEPTED, looking);
    }

    /** A look at a share that was just accepted. */
    interface Looking {
        /** Why nobody is told that it was accepted. */
        Optional<String> objection(StoredReceived share);
    }

    public Told<Nothing> decline(String user, String id) {
        return answer(user, id, State.DECLINED, _ -> Optional.empty());
    }

    /** A user's own name for a share. */
    Told<Nothing> rename(String user, String id, String name) {
        if (find(user, id).isEmpty()) return Told.refused("there is no such share");
        shares.change(id, s -> Optional.of(s.named(name)));
        return Told.done(Nothing.NOTHING, "it is called " + name);
    }

    private Told<Nothing> answer(String user, String id, State answer, Looking looking) {
        var share = find(user, id);
        if (share.isEmpty()) return Told.refused("there is no such share");
        var before = share.get().of(user);
        var again = before != State.PENDING
                && manner.bent(ShareAnsweredAgain.class)
                        .filter(q -> q.deed().equals("answer") || before == State.ACCEPTED)
                        .isPresent();
        if (again) return answeredAgain(user, id, answer, looking);
        if (before != State.PENDING)
            return before == answer
                    ? Told.done(Nothing.NOTHING, "the share was already " + SentShares.word(answer))
                    : Told.refused("the share was already " + SentShares.word(before));
        var after = change(id, s -> s.of(user) == State.PENDING ? Optional.of(s.with(user, answer)) : Optional.empty());
        if (after.isEmpty()) return Told.refused("the share was just answered or taken back");
        witness.changed(KIND, id, "pending", SentShares.word(answer));
        var objection = looking.objection(after.get());
        if (objection.isPresent()) return Told.refused(objection.get());
        if (answer == State.ACCEPTED) tell(after.get(), Notice.Type.SHARE_ACCEPTED, "accepted");
        else if (declinedByAll(after.get())) tell(after.get(), Notice.Type.SHARE_DECLINED, "declined");
        return Told.done(Nothing.NOTHING, share.get().name() + " is " + SentShares.word(answer));
    }

    private Told<Nothing> answeredAgain(String user, String id, State answer, Looking looking) {
        var after = change(id, s -> Optional.of(s.with(user, answer)));
        if (after.isEmpty()) return Told.refused("the share was just taken back");
        var objection = looking.objection(after.get());
        if (objection.isPresent()) return Told.refused(objection.get());
        tell(
                after.get(),
                answer == State.ACCEPTED ? Notice.Type.SHARE_ACCEPTED : Notice.Type.SHARE_DECLINED,
                SentShares.word(answer));
        return Told.done(Nothing.NOTHING, after.get().name() + " is " + SentShares.word(answer) + " again");
    }

    private Optional<StoredReceived> change(String id, Function<StoredReceived, Optional<StoredReceived>> change) {
        var after = shares.change(id, change);
        after.filter(s -> s.states().size() == 1).ifPresent(s -> waiting(s.recipient(), -1));
        return after;
    }

    private void close(StoredReceived share) {
        for (var member : members(share)) {
            var before = share.of(member);
            if (before == State.UNSHARED) continue;
            change(share.key(), s -> Optional.of(s.with(member, State.UNSHARED)));
            witness.changed(KIND, share.key(), SentShares.word(before), "unshared");
        }
    }

    private List<String> members(StoredReceived share) {
        return share.shareType() == ShareType.USER
                ? List.of(share.recipient())
                : recipients.group(share.recipient()).orElse(List.of());
    }

    private boolean declinedByAll(StoredReceived share) {
        return new LinkedHashSet<>(members(share)).stream().allMatch(m -> share.of(m) == State.DECLINED);
    }

    private void tell(StoredReceived share, Notice.Type type, String message) {
        news.tell(share.server(), share.notice(type, own, message));
    }

    /** Takes an accepted share off the user's list; its server hears it as a decline, when nobody here keeps it. */
    public Told<Nothing> leave(String user, String id) {
        var share = find(user, id);
        if (share.isEmpty()) return Told.refused("there is no such share");
        if (share.get().of(user) == State.DECLINED) return Told.refused("the share was already declined");
        var after = change(id, s -> Optional.of(s.with(user, State.DECLINED)));
        if (after.isEmpty()) return Told.refused("the share was just taken back");
        witness.changed(KIND, id, SentShares.word(share.get().of(user)), "declined");
        if (declinedByAll(after.get())) tell(after.get(), Notice.Type.SHARE_DECLINED, "left");
        return Told.done(Nothing.NOTHING, share.get().name() + " is off the list");
    }

    /** A share as if it had come long ago. */
    public void restore(String user, Arrived share) {
        var states = new LinkedHashMap<String, State>();
        if (share.accepted()) states.put(user, State.ACCEPTED);
        var owner = OcmAddress.parseLeniently(share.owner()).toString();
        var host = share.owner().substring(share.owner().lastIndexOf('@') + 1);
        add(new StoredReceived(
                share.id(),
                owner,
                owner,
                share.name(),
                user,
                ShareType.USER,
                share.name().endsWith("/") ? ResourceType.FOLDER : ResourceType.FILE,
                false,
                share.url().isEmpty() ? ShareView.Form.OPTIONS : ShareView.Form.WEBDAV,
                share.url(),
                share.secret(),
                "",
                false,
                false,
                Permissions.ALL.words(),
                "",
                states,
                "",
                0,
                host.contains("://") ? host.substring(0, host.indexOf(':')) : ""));
    }

    /** The sending server takes a share back; a server can take back its own shares only. */
    public Heard unshared(String providerId, Claim claim) {
        var keeps = manner.bent(ShareUnsharedKeeps.class).isPresent();
        return about(providerId, claim, keeps ? this::close : this::drop);
    }

    /** The sending server changes what the recipient may do. */
    public Heard permitted(String providerId, Claim claim, Permissions permissions) {
        return about(providerId, claim, share -> {
            var changed = shares.change(share.key(), s -> Optional.of(s.with(permissions)));
            if (changed.isPresent())
                witness.changed(
                        "received-share-permissions",
                        share.key(),
                        String.join("+", share.permissions()),
                        permissions.toString());
        });
    }

    /** The sending server speaks of permissions without saying which. */
    public Heard permitted(String providerId, Claim claim) {
        return about(providerId, claim, _ -> {});
    }

    private Heard about(String providerId, Claim claim, Consumer<StoredReceived> effect) {
        var named = claim.sender().flatMap(server -> shares.get(StoredReceived.key(server, providerId)));
        var share = claim.sender().isPresent() ? named : byId(providerId, claim);
        if (share.isEmpty()) return Heard.UNKNOWN_SHARE;
        if (!claim.believed(share.get().server(), share.get().secret())) return Heard.NOT_THE_RECIPIENTS_SERVER;
        effect.accept(share.get());
        return Heard.DONE;
    }

    /** Ids are unique per sending server: where no server is named, the secret tells them apart, or only one has it. */
    private Optional<StoredReceived> byId(String providerId, Claim claim) {
        var fitting = shares.all().stream()
                .filter(s -> s.providerId().equals(providerId)
                        && claim.secret().map(s.secret()::equals).orElse(claim.idIsEnough()))
                .toList();
        return claim.secret().isPresent() || fitting.size() == 1
                ? fitting.stream().findFirst()
                : Optional.empty();
    }

    /** A look at the resource has shown what kind of thing it is. */
    void known(StoredReceived share, ResourceType type) {
        var changed = shares.change(share.key(), s -> s.typeGuessed() ? Optional.of(s.being(type)) : Optional.empty());
        if (changed.isPresent()) witness.changed("received-share-type", share.key(), "-", type.word());
    }

    /** A sender at another server is no more, and with it what it had shared. */
    public void senderGone(OcmAddress sender) {
        shares.all().stream()
                .filter(s -> s.sender().equals(sender.toString()) || s.owner().equals(sender.toString()))
                .forEach(this::drop);
    }

    private void drop(StoredReceived share) {
        shares.remove(share.key());
        if (share.states().isEmpty()) waiting(share.recipient(), -1);
        witness.changed(KIND, share.key(), "received", "-");
    }

    /** Every share of the node as its recipient sees it, for those who look at its state; group shares once. */
    public List<ReceivedShare> all() {
        return shares.all().stream()
                .filter(s -> s.currentAt(time.now()))
                .map(s -> s.seen(s.states().keySet().stream().findFirst().orElse(s.recipient())))
                .toList();
    }

    /** The servers whose shares a user or group has received. */
    public List<ServerHost> serversOf(String recipient, ShareType shareType) {
        return to(recipient, shareType).map(StoredReceived::server).distinct().toList();
    }

    private Stream<StoredReceived> to(String recipient, ShareType shareType) {
        return shares.all().stream()
                .filter(s -> s.shareType() == shareType && s.recipient().equals(recipient));
    }

    /** Declines whatever a user or group had received, as when it is deleted. */
    public void forget(String recipient, ShareType shareType, String why) {
        to(recipient, shareType).forEach(s -> {
            if (shareType == ShareType.GROUP || s.of(recipient) != State.DECLINED)
                tell(s, Notice.Type.SHARE_DECLINED, why);
            drop(s);
        });
    }
}
