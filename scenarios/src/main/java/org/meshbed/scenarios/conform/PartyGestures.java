package org.meshbed.scenarios.conform;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Invite;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Content;

/** The gestures of a party at a node of ours. */
final class PartyGestures implements Gestures {
    private final PartyDriver party;

    PartyGestures(PartyDriver party) {
        this.party = party;
    }

    @Override
    public Told<Nothing> write(String path, String text) {
        return party.write(Place.own(path), Content.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Told<Nothing> makeFolder(String path) {
        return party.makeFolder(Place.own(path));
    }

    @Override
    public Told<String> share(String path, String shareWith, List<String> permissions) {
        var wish = new ShareWish(path, shareWith, ShareType.USER, Permissions.of(permissions), Optional.empty());
        return party.share(wish).map(SentShare::id);
    }

    @Override
    public Told<Nothing> changePermissions(String id, List<String> permissions) {
        return party.changePermissions(id, Permissions.of(permissions));
    }

    @Override
    public Told<Nothing> unshare(String id) {
        return party.unshare(id);
    }

    @Override
    public Told<List<Received>> pending() {
        return party.received()
                .map(shares -> shares.stream()
                        .filter(share -> share.state() == ReceivedShare.State.PENDING)
                        .map(share -> new Received(share.id(), share.name()))
                        .toList());
    }

    @Override
    public Told<Nothing> accept(String id) {
        return party.accept(id);
    }

    @Override
    public Told<Nothing> decline(String id) {
        return party.decline(id);
    }

    @Override
    public Told<Nothing> read(String id, String path) {
        return party.read(Place.in(id, path)).map(PartyGestures::readOut);
    }

    @Override
    public Told<Nothing> list(String id) {
        return party.list(Place.in(id, "")).map(_ -> Nothing.NOTHING);
    }

    @Override
    public Told<Nothing> reshare(String id, String shareWith) {
        return party.reshare(id, shareWith, Permissions.READ);
    }

    @Override
    public Told<Nothing> requestShare(String owner, String resource) {
        return party.requestShare(owner, resource);
    }

    @Override
    public Told<List<Wish>> requests() {
        return party.requests()
                .map(wishes -> wishes.stream()
                        .map(wish -> new Wish(wish.id(), wish.requester()))
                        .toList());
    }

    @Override
    public Told<Nothing> approve(String request) {
        return party.approve(request).map(_ -> Nothing.NOTHING);
    }

    @Override
    public Told<Nothing> refuse(String request) {
        return party.refuse(request);
    }

    private static Nothing readOut(Content content) {
        try (var in = content.open()) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            return Nothing.NOTHING; // that it was asked for is what counts
        }
        return Nothing.NOTHING;
    }

    @Override
    public Told<String> invite() {
        return party.invite().map(Invite::inviteString);
    }

    @Override
    public Told<Nothing> acceptInvite(String invite) {
        return party.acceptInvite(invite).map(_ -> Nothing.NOTHING);
    }
}
