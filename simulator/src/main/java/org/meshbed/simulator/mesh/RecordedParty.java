package org.meshbed.simulator.mesh;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.meshbed.simulator.journal.Recorder;
import org.meshbed.simulator.world.NodeSlot;
import org.meshbed.simulator.world.World;

/** A person at a node, each verb a task of the world and written down with what the person was told. */
final class RecordedParty implements PartyDriver {
    private final Acting acting;

    RecordedParty(World world, Recorder recorder, NodeSlot slot, String user) {
        this.acting = new Acting(world, recorder, slot, user);
    }

    @Override
    public Told<Nothing> write(Place place, Content content) {
        return act("writes", words(place), party -> party.write(place, content));
    }

    @Override
    public Told<Content> read(Place place) {
        return act("reads", words(place), party -> party.read(place));
    }

    @Override
    public Told<List<Entry>> list(Place folder) {
        return act("lists", words(folder), party -> party.list(folder));
    }

    @Override
    public Told<Nothing> makeFolder(Place place) {
        return act("makes folder", words(place), party -> party.makeFolder(place));
    }

    @Override
    public Told<Nothing> move(Place from, Place to) {
        return act("moves", words(from) + " to " + words(to), party -> party.move(from, to));
    }

    @Override
    public Told<Nothing> copy(Place from, Place to) {
        return act("copies", words(from) + " to " + words(to), party -> party.copy(from, to));
    }

    @Override
    public Told<Nothing> touch(Place file, Instant changed) {
        return act("dates", words(file), party -> party.touch(file, changed));
    }

    @Override
    public Told<Nothing> delete(Place place) {
        return act("deletes", words(place), party -> party.delete(place));
    }

    @Override
    public Told<SentShare> share(ShareWish wish) {
        return act("shares", words(wish), party -> party.share(wish));
    }

    @Override
    public Told<List<SentShare>> shared() {
        return act("lists", "what was shared", party -> party.shared());
    }

    @Override
    public Told<Nothing> unshare(String sentShare) {
        return act("unshares", sentShare, party -> party.unshare(sentShare));
    }

    @Override
    public Told<Nothing> setExpiry(String sentShare, Optional<Instant> expiry) {
        return act(
                "sets expiry of",
                sentShare + " to " + expiry.map(Instant::toString).orElse("never"),
                party -> party.setExpiry(sentShare, expiry));
    }

    @Override
    public Told<List<ReceivedShare>> received() {
        return act("lists", "what was received", party -> party.received());
    }

    @Override
    public Told<ReceivedShare> received(String receivedShare) {
        return act("looks at", receivedShare, party -> party.received(receivedShare));
    }

    @Override
    public Told<Nothing> accept(String receivedShare) {
        return act("accepts", receivedShare, party -> party.accept(receivedShare));
    }

    @Override
    public Told<Nothing> decline(String receivedShare) {
        return act("declines", receivedShare, party -> party.decline(receivedShare));
    }

    @Override
    public Told<Nothing> leave(String receivedShare) {
        return act("leaves", receivedShare, party -> party.leave(receivedShare));
    }

    @Override
    public Told<String> reach(String receivedShare) {
        return act("reaches", receivedShare, party -> party.reach(receivedShare));
    }

    @Override
    public Told<Invite> invite() {
        return acting.act(
                "invites",
                "somebody",
                node -> node.party(acting.who()).invite(),
                told -> told.value().map(Invite::inviteString).orElse(""));
    }

    @Override
    public Told<List<Invite>> invites() {
        return act("lists", "invites", party -> party.invites());
    }

    @Override
    public Told<Nothing> withdraw(String invite) {
        return act("withdraws invite", invite, party -> party.withdraw(invite));
    }

    @Override
    public Told<Contact> acceptInvite(String inviteText) {
        return acting.act(
                "accepts an invite", "", node -> node.party(acting.who()).acceptInvite(inviteText), _ -> inviteText);
    }

    @Override
    public Told<List<Contact>> contacts() {
        return act("lists", "contacts", party -> party.contacts());
    }

    @Override
    public Told<List<Contact>> findRecipient(String text) {
        return act("looks for recipient", text, party -> party.findRecipient(text));
    }

    @Override
    public Told<Nothing> removeContact(String address) {
        return act("removes contact", address, party -> party.removeContact(address));
    }

    @Override
    public Told<Nothing> changePermissions(String sentShare, Permissions permissions) {
        return act(
                "changes permissions of",
                sentShare + " to " + permissions,
                party -> party.changePermissions(sentShare, permissions));
    }

    @Override
    public Told<Nothing> reshare(String receivedShare, String shareWith, Permissions permissions) {
        return act(
                "reshares",
                receivedShare + " with " + shareWith + " to " + permissions,
                party -> party.reshare(receivedShare, shareWith, permissions));
    }

    @Override
    public Told<Nothing> requestShare(String owner, String resource) {
        return act("requests", resource + " of " + owner, party -> party.requestShare(owner, resource));
    }

    @Override
    public Told<List<AskedShare>> asked() {
        return act("lists", "what was asked for", party -> party.asked());
    }

    @Override
    public Told<List<RequestedShare>> requests() {
        return act("lists", "what others ask for", party -> party.requests());
    }

    @Override
    public Told<SentShare> approve(String request) {
        return act("approves", request, party -> party.approve(request));
    }

    @Override
    public Told<Nothing> refuse(String request) {
        return act("refuses", request, party -> party.refuse(request));
    }

    @Override
    public Told<Nothing> passSecondFactor() {
        return act("passes", "the second factor", party -> party.passSecondFactor());
    }

    @Override
    public Told<Nothing> openWebApp(String receivedShare) {
        return act("opens web app of", receivedShare, party -> party.openWebApp(receivedShare));
    }

    @Override
    public Told<Nothing> startTransfer(String receivedShare) {
        return act("starts transfer of", receivedShare, party -> party.startTransfer(receivedShare));
    }

    @Override
    public Told<Nothing> cancelTransfer(String receivedShare) {
        return act("cancels transfer of", receivedShare, party -> party.cancelTransfer(receivedShare));
    }

    private <T> Told<T> act(String verb, String what, Function<PartyDriver, Told<T>> action) {
        return acting.act(verb, what, node -> action.apply(node.party(acting.who())));
    }

    private static String words(Place place) {
        var path = place.path().isEmpty() ? "all" : place.path();
        return place.share().map(share -> path + " in share " + share).orElse(path);
    }

    private static String words(ShareWish wish) {
        var until = wish.expiry().map(expiry -> " until " + expiry).orElse("");
        return "%s with %s %s to %s%s"
                .formatted(wish.path(), wish.shareType().word(), wish.shareWith(), wish.permissions(), until);
    }
}
