package org.meshbed.nodes.party;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.protocol.Content;

/**
 * What one person can do at a node. Every verb answers with what the person was told, and may answer
 * <em>unsupported</em>: real products lack some of them. Reading is possible with GET alone.
 */
public interface PartyDriver {
    /** Puts a file among one's own files, or writes it through a received share. */
    Told<Nothing> write(Place place, Content content);

    /** The content, to be read once. */
    Told<Content> read(Place place);

    Told<List<Entry>> list(Place folder);

    /** Whether something is there, as a person sees who asks for what it is. */
    default Told<Nothing> look(Place place) {
        return read(place).happened()
                ? Told.done(Nothing.NOTHING, place.path() + " is there")
                : Told.refused(place.path() + " is not there");
    }

    Told<Nothing> makeFolder(Place place);

    /** Renames or moves; both places are one's own or inside the same share. */
    Told<Nothing> move(Place from, Place to);

    Told<Nothing> delete(Place place);

    /** Both places are one's own, or inside the same share. */
    default Told<Nothing> copy(Place from, Place to) {
        return new Told.Unsupported<>("nothing is copied here");
    }

    /** Sets when a file was changed, as programs do that keep two places the same. */
    default Told<Nothing> touch(Place file, Instant changed) {
        return new Told.Unsupported<>("no file has another time than that of its last change here");
    }

    Told<SentShare> share(ShareWish wish);

    Told<List<SentShare>> shared();

    Told<Nothing> unshare(String sentShare);

    Told<Nothing> setExpiry(String sentShare, Optional<Instant> expiry);

    Told<List<ReceivedShare>> received();

    /** One of them. */
    default Told<ReceivedShare> received(String receivedShare) {
        return received().value().stream()
                .flatMap(List::stream)
                .filter(share -> share.id().equals(receivedShare))
                .findFirst()
                .map(share -> Told.done(share, "the share is there"))
                .orElseGet(() -> Told.refused("there is no such share"));
    }

    Told<Nothing> accept(String receivedShare);

    Told<Nothing> decline(String receivedShare);

    /** Takes a share that was accepted off one's list. */
    Told<Nothing> leave(String receivedShare);

    /**
     * How another program (a WebDAV client) opens an accepted share: its URL and the header line that opens it. The only
     * verb that tells a secret, to whoever may use it anyway.
     */
    default Told<String> reach(String receivedShare) {
        return new Told.Unsupported<>("other programs cannot open a share here");
    }

    Told<Invite> invite();

    Told<List<Invite>> invites();

    Told<Nothing> withdraw(String invite);

    /** Accepts an invite in whatever form it was handed over: invite string, {@code token@host} or link. */
    Told<Contact> acceptInvite(String inviteText);

    Told<List<Contact>> contacts();

    /** Those of one's contacts whose name or address holds the text, case ignored. */
    Told<List<Contact>> findRecipient(String text);

    Told<Nothing> removeContact(String address);

    default Told<Nothing> changePermissions(String sentShare, Permissions permissions) {
        return new Told.Unsupported<>("permissions of a share cannot be changed here");
    }

    /** Has the sending server share on with a third party. */
    default Told<Nothing> reshare(String receivedShare, String shareWith, Permissions permissions) {
        return new Told.Unsupported<>("a received share cannot be shared on here");
    }

    /** Asks the owner, by address, for a resource known by other means: its identifier or URL at the owner's server. */
    default Told<Nothing> requestShare(String owner, String resource) {
        return new Told.Unsupported<>("a share cannot be requested here");
    }

    /** What one has asked for by {@link #requestShare}. */
    default Told<List<AskedShare>> asked() {
        return new Told.Unsupported<>("a share cannot be requested here");
    }

    /** What others ask one to share, and has not been answered. */
    default Told<List<RequestedShare>> requests() {
        return new Told.Unsupported<>("a share cannot be requested here");
    }

    /** Shares what was asked for with whoever asked. */
    default Told<SentShare> approve(String request) {
        return new Told.Unsupported<>("a share cannot be requested here");
    }

    default Told<Nothing> refuse(String request) {
        return new Told.Unsupported<>("a share cannot be requested here");
    }

    default Told<Nothing> passSecondFactor() {
        return new Told.Unsupported<>("there is no second factor here");
    }

    default Told<Nothing> openWebApp(String receivedShare) {
        return new Told.Unsupported<>("there are no web apps here");
    }

    default Told<Nothing> startTransfer(String receivedShare) {
        return new Told.Unsupported<>("shares cannot be transferred here");
    }

    default Told<Nothing> cancelTransfer(String receivedShare) {
        return new Told.Unsupported<>("shares cannot be transferred here");
    }
}
