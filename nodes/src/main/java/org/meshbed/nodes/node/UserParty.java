package org.meshbed.nodes.node;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.party.AskedShare;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.Entry;
import org.meshbed.nodes.party.Invite;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.RequestedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.resource.FileOutcome;
import org.meshbed.nodes.resource.Item;
import org.meshbed.nodes.share.Mounts;
import org.meshbed.nodes.share.Resharing;
import org.meshbed.nodes.vendor.quirk.PartyQuirk.PartyContacts;
import org.meshbed.nodes.vendor.quirk.PartyQuirk.PartyFinds;

/** What one account can do at a simulated node, answered by the features directly. */
final class UserParty implements PartyDriver {
    private final OcmNode node;
    private final String user;

    UserParty(OcmNode node, String user) {
        this.node = node;
        this.user = user;
    }

    private <T> Told<T> asUser(Function<Person, Told<T>> verb) {
        return node.directory()
                .person(user)
                .map(verb)
                .orElseGet(() -> Told.refused(
                        "there is no user '" + user + "' at " + node.settings().host()));
    }

    private <T> Told<T> asUser(Supplier<Told<T>> verb) {
        return asUser(_ -> verb.get());
    }

    private static <T, R> Told<R> told(FileOutcome<T> outcome, Function<T, R> value, String words) {
        return switch (outcome) {
            case FileOutcome.Done<T>(var it, var _) -> Told.done(value.apply(it), words);
            case FileOutcome.Undone<T>(var _, var why) -> Told.refused(why);
        };
    }

    private static <T> Told<Nothing> told(FileOutcome<T> outcome, String words) {
        return told(outcome, _ -> Nothing.NOTHING, words);
    }

    @Override
    public Told<Nothing> write(Place place, Content content) {
        return asUser(() -> place.share().isPresent()
                ? node.receivedFiles().write(user, place.share().get(), place.path(), content)
                : told(node.files().write(user, place.path(), content), place.path() + " is written"));
    }

    @Override
    public Told<Content> read(Place place) {
        return asUser(() -> place.share().isPresent()
                ? node.receivedFiles().read(user, place.share().get(), place.path())
                : told(node.files().read(user, place.path()), c -> c, place.path() + " is read"));
    }

    @Override
    public Told<List<Entry>> list(Place folder) {
        if (folder.equals(Place.own(""))) node.mounts().ifPresent(mounts -> mounts.space(user));
        return asUser(() -> folder.share().isPresent()
                ? node.receivedFiles().list(user, folder.share().get(), folder.path())
                : told(
                        node.files().list(user, folder.path()),
                        items -> items.stream().map(Item::entry).toList(),
                        "the folder is listed"));
    }

    @Override
    public Told<Nothing> look(Place place) {
        return asUser(() -> place.share().isPresent()
                ? node.receivedFiles().look(user, place.share().get(), place.path())
                : told(node.files().look(user, place.path()), place.path() + " is there"));
    }

    @Override
    public Told<Nothing> makeFolder(Place place) {
        return asUser(() -> place.share().isPresent()
                ? node.receivedFiles().makeFolder(user, place.share().get(), place.path())
                : told(node.files().makeFolder(user, place.path()), place.path() + " is there"));
    }

    @Override
    public Told<Nothing> move(Place from, Place to) {
        if (from.share().isPresent() && to.share().isEmpty() && node.mounts().isPresent())
            return asUser(() -> outOf(node.mounts().get(), from, to));
        if (!from.share().equals(to.share()))
            return Told.refused("things can only be moved among one's own files, or inside one share");
        return asUser(() -> from.share().isPresent()
                ? node.receivedFiles().move(user, from.share().get(), from.path(), to.path())
                : moved(from.path(), to.path()));
    }

    private Told<Nothing> moved(String from, String to) {
        var moved = node.files().move(user, from, to, false);
        if (moved instanceof FileOutcome.Done) node.sentShares().moved(user, from, to);
        return told(moved, from + " is now " + to);
    }

    /** A mount as a whole gets another name; a file in it is taken out. */
    private Told<Nothing> outOf(Mounts mounts, Place from, Place to) {
        var share = from.share().orElseThrow();
        if (from.path().isEmpty()) return mounts.rename(user, share, to.path());
        return switch (mounts.takeOut(user, share, from.path())) {
            case Told.Done<Content>(var content, var _) -> write(to, content);
            case Told<Content> failed -> failed.map(_ -> Nothing.NOTHING);
        };
    }

    @Override
    public Told<Nothing> touch(Place file, Instant changed) {
        if (file.share().isEmpty()) return PartyDriver.super.touch(file, changed);
        return asUser(() -> node.receivedFiles().touch(user, file.share().get(), file.path(), changed));
    }

    @Override
    public Told<Nothing> delete(Place place) {
        return asUser(() -> place.share().isPresent()
                ? node.receivedFiles().delete(user, place.share().get(), place.path())
                : told(node.files().delete(user, place.path()), place.path() + " is deleted"));
    }

    @Override
    public Told<Nothing> copy(Place from, Place to) {
        if (!from.share().equals(to.share()))
            return Told.refused("things can only be copied among one's own files, or inside one share");
        return asUser(() -> from.share().isPresent()
                ? node.receivedFiles().copy(user, from.share().get(), from.path(), to.path())
                : told(
                        node.files().copy(user, from.path(), to.path(), false),
                        from.path() + " is copied to " + to.path()));
    }

    @Override
    public Told<SentShare> share(ShareWish wish) {
        if (wish.path().isBlank()) return Told.refused("a home is not shared as a whole; name a file or folder in it");
        return asUser(person -> switch (node.files().look(user, wish.path())) {
            case FileOutcome.Done<Item>(var item, var _) -> node.sendShares().share(OcmNode.offer(person, item), wish);
            case FileOutcome.Undone<Item>(var _, var words) -> Told.refused(words);
        });
    }

    @Override
    public Told<List<SentShare>> shared() {
        return asUser(() -> {
            var shared = node.sendShares().of(user);
            node.mounts().ifPresent(mounts -> mounts.lookAtShared(user, shared));
            return Told.done(shared, "what was shared is listed");
        });
    }

    @Override
    public Told<Nothing> unshare(String sentShare) {
        return asUser(() -> {
            node.mounts()
                    .ifPresent(mounts ->
                            mounts.permitted(user, sentShare, node.sendShares().of(user)));
            return node.sendShares().unshare(user, sentShare);
        });
    }

    @Override
    public Told<Nothing> changePermissions(String sentShare, Permissions permissions) {
        return asUser(() -> node.sendShares().changePermissions(user, sentShare, permissions));
    }

    @Override
    public Told<Nothing> setExpiry(String sentShare, Optional<Instant> expiry) {
        return asUser(() -> node.sendShares().setExpiry(user, sentShare, expiry));
    }

    @Override
    public Told<List<ReceivedShare>> received() {
        return asUser(() -> {
            node.mounts().ifPresent(mounts -> mounts.lookAtAll(user));
            return Told.done(
                    node.remoteShares().seen(user, node.receivedShares().of(user)), "what came in is listed");
        });
    }

    @Override
    public Told<ReceivedShare> received(String receivedShare) {
        if (node.mounts().isEmpty()) return PartyDriver.super.received(receivedShare);
        return asUser(() -> {
            node.mounts().get().lookAt(user, receivedShare);
            return node.receivedShares().of(user).stream()
                    .filter(share -> share.id().equals(receivedShare))
                    .findFirst()
                    .map(share -> Told.done(share, "the share is there"))
                    .orElseGet(() -> Told.refused("there is no such share"));
        });
    }

    @Override
    public Told<Nothing> accept(String receivedShare) {
        return asUser(() -> {
            if (node.mounts().isPresent()) return node.mounts().get().accept(user, receivedShare);
            if (node.remoteShares().looksAt("accept")) node.remoteShares().look(user, receivedShare, "");
            var told = node.receivedShares().accept(user, receivedShare);
            if (told.happened()) node.remoteShares().look(user, receivedShare);
            return told;
        });
    }

    @Override
    public Told<Nothing> decline(String receivedShare) {
        return asUser(() -> node.receivedShares().decline(user, receivedShare));
    }

    @Override
    public Told<Nothing> leave(String receivedShare) {
        return asUser(() -> node.receivedShares().leave(user, receivedShare));
    }

    @Override
    public Told<Nothing> reshare(String receivedShare, String shareWith, Permissions permissions) {
        return asUser(person -> node.passingOn()
                .share(user, person.displayName(), receivedShare, shareWith, permissions)
                .or(() -> node.resharing()
                        .share(new Resharing.Person(user, person.displayName()), receivedShare, shareWith, permissions))
                .orElseGet(() -> node.asks().reshare(user, receivedShare, shareWith, permissions)));
    }

    @Override
    public Told<Nothing> requestShare(String owner, String resource) {
        return asUser(() -> node.asks().requestShare(user, owner, resource));
    }

    @Override
    public Told<List<AskedShare>> asked() {
        return asUser(() -> Told.done(node.asks().of(user), "what was asked for is listed"));
    }

    @Override
    public Told<List<RequestedShare>> requests() {
        return asUser(() -> Told.done(node.shareRequests().of(user), "the requests are listed"));
    }

    @Override
    public Told<SentShare> approve(String request) {
        return asUser(() -> node.shareRequests().approve(user, request));
    }

    @Override
    public Told<Nothing> refuse(String request) {
        return asUser(() -> node.shareRequests().refuse(user, request));
    }

    @Override
    public Told<String> reach(String receivedShare) {
        return asUser(() -> node.remoteShares().reach(user, receivedShare));
    }

    @Override
    public Told<Invite> invite() {
        return asUser(() -> node.invites().invite(user));
    }

    @Override
    public Told<List<Invite>> invites() {
        return asUser(() -> Told.done(node.invites().of(user), "the invites are listed"));
    }

    @Override
    public Told<Nothing> withdraw(String invite) {
        return asUser(() -> node.invites().withdraw(user, invite));
    }

    @Override
    public Told<Contact> acceptInvite(String inviteText) {
        return asUser(person -> node.acceptInvites().accept(user, OcmNode.contact(person), inviteText));
    }

    @Override
    public Told<List<Contact>> contacts() {
        return asUser(() -> Told.done(node.contacts().of(user), "the contacts are listed"));
    }

    @Override
    public Told<List<Contact>> findRecipient(String text) {
        var wanted = text.toLowerCase(Locale.ROOT);
        if (node.manner().bent(PartyFinds.class).isPresent()) return asUser(() -> node.lookUp(text));
        return asUser(() -> Told.done(
                node.contacts().of(user).stream()
                        .filter(c -> c.name().toLowerCase(Locale.ROOT).contains(wanted)
                                || c.address().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList(),
                "whoever fits is listed"));
    }

    @Override
    public Told<Nothing> removeContact(String address) {
        var called = node.manner().bent(PartyContacts.class).isPresent()
                ? node.contacts().called(user, address).map(Contact::address).orElse(address)
                : address;
        return asUser(() -> node.contacts().remove(user, called)
                ? Told.done(Nothing.NOTHING, address + " is no contact any more")
                : Told.refused(address + " is no contact"));
    }

    /** As when the server asks for it at the next login. */
    @Override
    public Told<Nothing> passSecondFactor() {
        if (!node.manner().asksForSecondFactor())
            return new Told.Unsupported<>("this server asks for no second factor");
        return asUser(person -> {
            if (!person.secondFactor()) return Told.refused(person.displayName() + " has no second factor");
            node.factors().pass(user);
            return Told.done(Nothing.NOTHING, "the second factor is passed");
        });
    }
}
