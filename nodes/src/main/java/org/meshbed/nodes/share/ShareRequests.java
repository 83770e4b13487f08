package org.meshbed.nodes.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.Refusal.Invalid;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.RequestedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Secrets.Purpose;
import org.meshbed.nodes.port.Table;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.resource.Percent;
import org.meshbed.nodes.signature.Signed;
import org.meshbed.nodes.trust.ServerList;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.Family;

/**
 * The owner's end of requests for shares: kept until the owner decides; then a share goes to whoever asked, or word
 * that it was declined (draft-ietf-ocm-open-cloud-mesh-07, Resharing and Request to Share).
 */
public final class ShareRequests {
    private static final int LONGEST_RESOURCE = 1024;

    private final Ports ports;
    private final Manner manner;
    private final ServerHost own;
    private final Belongings belongings;
    private final SendShares sending;
    private final News news;
    private final ServerList servers;
    private final Table<StoredRequest> requests;

    public ShareRequests(
            Ports ports,
            Manner manner,
            ServerHost own,
            Belongings belongings,
            SendShares sending,
            News news,
            ServerList servers) {
        this.ports = ports;
        this.manner = manner;
        this.own = own;
        this.belongings = belongings;
        this.sending = sending;
        this.news = news;
        this.servers = servers;
        this.requests = new Table<>(ports.store(), "share-requests", StoredRequest.class);
        requests.all().stream()
                .filter(StoredRequest::beingAnswered)
                .forEach(r -> requests.put(r.id(), r.beingAnswered(false)));
    }

    /**
     * A request as it came.
     *
     * @param permissions required as a notification, unknown to the call of 1.4
     * @param sender the server that it says it comes from, where it says so
     */
    public record Asked(
            Field<String> owner,
            Field<String> shareWith,
            Field<String> resource,
            Field<List<String>> permissions,
            Optional<ServerHost> sender) {}

    /** Answers the call of 1.4, which names neither its sender nor permissions: to read is what is asked for. */
    public WireAnswer receive(MessageView message, Optional<Refusal> broken, Signed signed) {
        var asked = new Asked(
                message.text("owner"),
                message.text("shareWith"),
                message.text("share"),
                new Field.Value<>(Permissions.READ.words()),
                Optional.empty());
        var requester = Senders.address(asked.shareWith()).map(OcmAddress::host);
        var refusal = broken.or(() -> requester.flatMap(server -> servers.refusal("server-trusted", server)))
                .or(() -> signed.look(requester).refusal())
                .or(() -> asked(asked));
        ports.witness()
                .decided(
                        "share request",
                        refusal.isPresent() ? "refused by " + refusal.get().check() : "taken",
                        refusal.map(Refusal::why).orElse("the owner will be asked"));
        return refusal.map(manner.receiving(Family.SHARE)::refused).orElseGet(() -> WireReply.empty(201));
    }

    /** Keeps a request for its owner; answers why it is not kept, where it is not. */
    public Optional<Refusal> asked(Asked asked) {
        var invalid = new ArrayList<Invalid>();
        var owner = address("owner", asked.owner(), invalid);
        var requester = address("shareWith", asked.shareWith(), invalid);
        var resource = asked.resource().value().filter(r -> !r.isEmpty() && r.length() <= LONGEST_RESOURCE);
        if (resource.isEmpty()) invalid.add(wrong("shareId", asked.resource()));
        if (asked.permissions()
                .value()
                .map(w -> Permissions.of(w).words().isEmpty())
                .orElse(true)) invalid.add(wrong("permissions", asked.permissions()));
        if (!invalid.isEmpty() || owner.isEmpty() || requester.isEmpty() || resource.isEmpty())
            return Optional.of(new Refusal(
                    "fields-present",
                    400,
                    "INVALID_REQUEST",
                    invalid,
                    "missing or wrong: " + invalid.stream().map(Invalid::name).toList()));
        var from = requester.get().host();
        if (from.equals(own) || asked.sender().filter(s -> !s.equals(from)).isPresent())
            return refusal("sender-concerned", 403, "NOT_CONCERNED", "a server asks for its own users only");
        return keep(
                owner.get(),
                requester.get(),
                resource.get(),
                asked.permissions().value().orElse(List.of()));
    }

    private static Optional<OcmAddress> address(String name, Field<String> field, List<Invalid> invalid) {
        var address = Senders.address(field);
        if (address.isEmpty()) invalid.add(wrong(name, field));
        return address;
    }

    private static Invalid wrong(String name, Field<?> field) {
        return new Invalid(name, field instanceof Field.Absent ? "MISSING" : "INVALID");
    }

    private Optional<Refusal> keep(OcmAddress owner, OcmAddress requester, String resource, List<String> permissions) {
        var path = path(resource);
        var offer = owner.host().equals(own) ? belongings.offer(owner.identifier(), path) : Optional.<Offer>empty();
        if (offer.isEmpty()) return refusal("resource-known", 404, "RESOURCE_NOT_FOUND", "there is no such resource");
        var open = of(owner.identifier());
        var twice = open.stream()
                .anyMatch(r -> r.path().equals(path) && r.requester().equals(requester.toString()));
        if (twice) return Optional.empty();
        if (open.size() >= manner.limits().pendingShares())
            return refusal("pending-limit", 503, "TOO_MANY_REQUESTS", "too many requests already wait there");
        var id = ports.secrets().text(Purpose.INTERNAL_ID, 10);
        var words = Permissions.of(permissions).words();
        var type = offer.get().type();
        requests.put(
                id,
                new StoredRequest(id, owner.identifier(), resource, path, type, requester.toString(), words, false));
        ports.witness().changed("share-request", id, "-", "open");
        return Optional.empty();
    }

    /** An identifier is the path among the owner's files; of a URL here, what stands behind the host is that path. */
    private String path(String resource) {
        if (!resource.matches("(?i)https?://.*")) return resource.startsWith("/") ? resource.substring(1) : resource;
        try {
            var url = Endpoint.parse(resource);
            return url.origin().host().equals(own) ? String.join("/", Percent.segments(url.target())) : resource;
        } catch (NotWellFormed e) {
            return resource;
        }
    }

    private static Optional<Refusal> refusal(String check, int status, String code, String why) {
        return Optional.of(Refusal.of(check, status, code, why));
    }

    public List<RequestedShare> of(String owner) {
        return requests.all().stream()
                .filter(r -> r.owner().equals(owner))
                .map(StoredRequest::seen)
                .toList();
    }

    /** The request, from now on this caller's to answer. */
    private Optional<StoredRequest> take(String owner, String id) {
        return requests.change(
                id,
                r -> r.owner().equals(owner) && !r.beingAnswered()
                        ? Optional.of(r.beingAnswered(true))
                        : Optional.empty());
    }

    /** The share that was asked for; the request stays open where the share could not be made. */
    public Told<SentShare> approve(String owner, String id) {
        var request = take(owner, id);
        if (request.isEmpty()) return Told.refused("there is no such request");
        var told = share(request.get());
        if (told.happened()) close(request.get(), "granted");
        else requests.put(id, request.get().beingAnswered(false));
        return told;
    }

    private Told<SentShare> share(StoredRequest request) {
        var offer = belongings.offer(request.owner(), request.path());
        if (offer.isEmpty()) return Told.refused(request.path() + " is not there any more");
        var wish =
                new ShareWish(request.path(), request.shareWith(), ShareType.USER, request.wanted(), Optional.empty());
        return sending.share(offer.get(), wish);
    }

    private void close(StoredRequest request, String how) {
        requests.remove(request.id());
        ports.witness().changed("share-request", request.id(), "open", how);
    }

    /** What was asked for stands where a share has its id (AMB-42). */
    public Told<Nothing> refuse(String owner, String id) {
        var request = take(owner, id);
        if (request.isEmpty()) return Told.refused("there is no such request");
        close(request.get(), "declined");
        var notice = new Notice(
                Notice.Type.SHARE_DECLINED,
                own,
                request.get().resource(),
                Optional.empty(),
                request.get().resourceType(),
                ShareType.USER,
                Optional.empty(),
                "the owner declined");
        news.tell(request.get().requester().host(), notice);
        return Told.done(
                Nothing.NOTHING,
                request.get().shareWith() + " does not get " + request.get().path());
    }

    /** Nobody is left to decide, as when the account is deleted. */
    public void forget(String owner) {
        of(owner).forEach(r -> refuse(owner, r.id()));
    }
}
