package org.meshbed.nodes.node;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.discovery.Courier;
import org.meshbed.nodes.discovery.Deliveries;
import org.meshbed.nodes.discovery.Directories;
import org.meshbed.nodes.discovery.Lookup;
import org.meshbed.nodes.discovery.OwnDiscovery;
import org.meshbed.nodes.discovery.PeerKeys;
import org.meshbed.nodes.discovery.Peers;
import org.meshbed.nodes.federation.TrustDoor;
import org.meshbed.nodes.federation.TrustedServers;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.ResourceType;
import org.meshbed.nodes.invite.AcceptInvites;
import org.meshbed.nodes.invite.Contacts;
import org.meshbed.nodes.invite.SendInvites;
import org.meshbed.nodes.notification.OcsCalls;
import org.meshbed.nodes.notification.Outbox;
import org.meshbed.nodes.notification.ReceiveNotifications;
import org.meshbed.nodes.notification.Removals;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.resource.Dav;
import org.meshbed.nodes.resource.FileOutcome;
import org.meshbed.nodes.resource.Files;
import org.meshbed.nodes.resource.Item;
import org.meshbed.nodes.share.Asks;
import org.meshbed.nodes.share.Mounts;
import org.meshbed.nodes.share.Offer;
import org.meshbed.nodes.share.PassingOn;
import org.meshbed.nodes.share.ReceiveShares;
import org.meshbed.nodes.share.ReceivedFiles;
import org.meshbed.nodes.share.ReceivedShares;
import org.meshbed.nodes.share.RemoteShares;
import org.meshbed.nodes.share.Reshares;
import org.meshbed.nodes.share.Resharing;
import org.meshbed.nodes.share.SendShares;
import org.meshbed.nodes.share.SentShares;
import org.meshbed.nodes.share.ShareRequests;
import org.meshbed.nodes.share.SharedData;
import org.meshbed.nodes.share.Tracked;
import org.meshbed.nodes.signature.NodeKeys;
import org.meshbed.nodes.signature.SignatureCheck;
import org.meshbed.nodes.signature.Signer;
import org.meshbed.nodes.token.AccessTokens;
import org.meshbed.nodes.token.IssuedTokens;
import org.meshbed.nodes.token.TokenEndpoint;
import org.meshbed.nodes.trust.Outbound;
import org.meshbed.nodes.trust.SecondFactors;
import org.meshbed.nodes.trust.ServerList;
import org.meshbed.nodes.vendor.MadeSecrets;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.AccessQuirk;
import org.meshbed.nodes.vendor.quirk.SignatureQuirk;
import org.meshbed.nodes.vendor.quirk.StateQuirk;

/**
 * One OCM server: features, vendor profile and ports put together. An object of this class is one incarnation; a node
 * that starts again is a new one over the same store.
 */
public final class OcmNode {
    private final NodeSettings settings;
    private final Ports ports;
    private final Manner manner;
    private final Directory directory;
    private final Files files;
    private final NodeKeys keys;
    private final OwnDiscovery discovery;
    private final SignatureCheck signatures;
    private final Peers peers;
    private final Directories directories;
    private final Contacts contacts;
    private final ServerList servers;
    private final SecondFactors factors;
    private final TrustedServers trusted;
    private final TrustDoor trustDoor;
    private final SendInvites sendInvites;
    private final AcceptInvites acceptInvites;
    private final SentShares sentShares;
    private final SendShares sendShares;
    private final ReceivedShares receivedShares;
    private final ReceiveShares receiveShares;
    private final RemoteShares remoteShares;
    private final Optional<Mounts> mounts;
    private final SharedData sharedData;
    private final TokenEndpoint tokens;
    private final Outbox outbox;
    private final Asks asks;
    private final Resharing resharing;
    private final PassingOn passingOn;
    private final ShareRequests shareRequests;
    private final Removals removals;
    private final OcsCalls ocsCalls;
    private final ReceiveNotifications receiveNotifications;
    private volatile boolean maintenance;

    public OcmNode(NodeSettings settings, Ports given) {
        this.settings = settings;
        var own = settings.host();
        manner = new Manner(
                settings.profile(), given.witness(), settings.facts(given, Forgotten.start(settings, given)));
        var ports = manner.bent(StateQuirk.StateMakes.class)
                .map(q -> given.with(new MadeSecrets(given.secrets(), given.time(), given.store(), q.forms())))
                .orElse(given);
        this.ports = ports;
        Forgotten.after(manner, ports);
        directory = new Directory(settings, ports.store());
        files = new Files(ports.store(), ports.time(), ports.witness(), manner.limits());
        keys = new NodeKeys(ports, manner, own);
        discovery = new OwnDiscovery(manner, settings.origin(), settings.name(), keys);
        var outbound = new Outbound(ports, manner, settings.openings());
        servers = new ServerList(
                manner,
                ports.store(),
                ports.witness(),
                settings.servers(),
                settings.lists().welcomes());
        trusted = new TrustedServers(manner, outbound, ports, settings.origin());
        trustDoor = new TrustDoor(manner, trusted, directory::everybody, ports);
        peers = new Peers(
                outbound,
                manner,
                servers,
                ports.time(),
                ports.witness(),
                settings.origin().scheme());
        directories = new Directories(ports, manner, outbound, peers);
        var courier = new Courier(outbound, new Signer(keys, ports.time(), ports.witness()), manner);
        var peerKeys = new PeerKeys(
                peers,
                outbound,
                ports.time(),
                ports.witness(),
                manner.bent(SignatureQuirk.SignatureKeys.class).flatMap(SignatureQuirk.SignatureKeys::keeps));
        signatures = new SignatureCheck(manner, peerKeys, ports.time(), ports.witness());
        contacts = new Contacts(ports.store(), ports.witness());
        sendInvites = new SendInvites(
                ports,
                manner,
                contacts,
                servers,
                own,
                user -> directory.person(user).map(OcmNode::contact));
        acceptInvites = new AcceptInvites(manner, peers, courier, contacts, servers, own, ports);
        var deliveries = new Deliveries(manner, peers, courier);
        outbox = new Outbox(ports, manner, peers, courier, deliveries, own);
        var issued = new IssuedTokens(
                ports,
                manner.bent(AccessQuirk.AccessTokens.class)
                        .flatMap(AccessQuirk.AccessTokens::lives)
                        .orElse(IssuedTokens.LIFETIME));
        sentShares = new SentShares(ports, manner, contacts, directory::facts, issued);
        tokens = new TokenEndpoint(manner, peers, sentShares, issued, ports.witness());
        sendShares = new SendShares(
                ports, manner, peers, courier, deliveries, contacts, servers, sentShares, outbox, settings.origin());
        receivedShares = new ReceivedShares(ports, manner, directory, outbox, own);
        var access = new AccessTokens(courier, outbound, manner, own, ports.time(), ports.witness());
        factors = new SecondFactors(ports.witness());
        remoteShares = new RemoteShares(
                manner, peers, outbound, receivedShares, access, factors, ports.time(), ports.witness());
        mounts = Mounts.of(
                manner,
                receivedShares,
                remoteShares,
                (user, path) -> files.look(user, path) instanceof FileOutcome.Done<Item>,
                ports);
        receiveShares = new ReceiveShares(
                manner,
                own,
                directory,
                receivedShares,
                remoteShares,
                servers,
                contacts,
                trusted::trusts,
                ports.witness());
        var dav = new Dav(files);
        passingOn = new PassingOn(manner, receivedShares, remoteShares, sendShares);
        sharedData = new SharedData(
                manner, sentShares, contacts, issued, dav, passingOn, settings.origin(), ports.witness());
        asks = new Asks(ports, manner, peers, courier, servers, receivedShares, own);
        resharing = new Resharing(
                ports,
                manner,
                deliveries,
                receivedShares,
                sentShares,
                sendShares,
                remoteShares,
                directory,
                own,
                mounts);
        shareRequests = new ShareRequests(ports, manner, own, this::offer, sendShares, outbox, servers);
        removals = new Removals(sentShares, receivedShares, contacts, outbox, own);
        var reshares = new Reshares(manner, sentShares, sendShares, this::offer);
        var tracked = new Tracked(manner, sentShares, outbox, own, mounts);
        ocsCalls = new OcsCalls(manner, receiveShares, sentShares, tracked, receivedShares, reshares, ports.witness());
        receiveNotifications = new ReceiveNotifications(
                manner,
                sentShares,
                tracked,
                receivedShares,
                reshares,
                shareRequests,
                asks,
                removals,
                servers,
                ports.witness());
    }

    static Contact contact(Person person) {
        return new Contact(person.user(), person.displayName(), person.email());
    }

    private Optional<Offer> offer(String user, String path) {
        var person = directory.person(user);
        if (person.isEmpty() || path.isBlank()) return Optional.empty();
        return files.look(user, path) instanceof FileOutcome.Done<Item>(var item, var _)
                ? Optional.of(offer(person.get(), item))
                : Optional.empty();
    }

    static Offer offer(Person person, Item item) {
        return new Offer(
                person.user(),
                person.displayName(),
                item.isFolder() ? ResourceType.FOLDER : ResourceType.FILE,
                item.isFolder() ? Optional.empty() : Optional.of(item.length()));
    }

    /** Goes on with what an earlier incarnation left undone; called once, when the node can serve. */
    public void begin() {
        outbox.resume();
        directories.begin(settings.lists().directories());
        trusted.resume();
    }

    /** The directories of servers that its operator named. */
    public Directories directories() {
        return directories;
    }

    public NodeSettings settings() {
        return settings;
    }

    public Ports ports() {
        return ports;
    }

    public Manner manner() {
        return manner;
    }

    public OwnDiscovery discovery() {
        return discovery;
    }

    /** Looks at the signatures of what comes. */
    public SignatureCheck signatures() {
        return signatures;
    }

    public ReceiveShares shares() {
        return receiveShares;
    }

    public ReceiveNotifications notifications() {
        return receiveNotifications;
    }

    /** The calls of sharing before OCM. */
    public OcsCalls ocs() {
        return ocsCalls;
    }

    public SendInvites invites() {
        return sendInvites;
    }

    /** What others ask the users of this node to share. */
    public ShareRequests shareRequests() {
        return shareRequests;
    }

    public SharedData data() {
        return sharedData;
    }

    /** Where codes are exchanged for access tokens. */
    public TokenEndpoint tokens() {
        return tokens;
    }

    public boolean inMaintenance() {
        return maintenance;
    }

    /** What this person can do here; for a user the node does not know, every verb is refused. */
    public PartyDriver party(String user) {
        return Limited.by(manner, new UserParty(this, user));
    }

    /** What the person running this server can do while it runs. */
    public NodeOperator operator() {
        return new NodeOperator(this);
    }

    /** The server that was named, as somebody there or by its URL, is asked who it is; people are not. */
    Told<List<Contact>> lookUp(String named) {
        try {
            var at = named.replaceFirst("/+$", "").replaceFirst("^[^@]*@|^", "somebody@");
            return switch (peers.find(OcmAddress.parseLeniently(at).host())) {
                case Lookup.Found(var peer) -> Told.done(List.of(), peer.host() + " is there");
                case Lookup.Failed(var why, var _) -> Told.refused(why);
            };
        } catch (NotWellFormed e) {
            return Told.refused(e.getMessage());
        }
    }

    /** What is true of this node now, for those who compare nodes with each other. */
    public NodeState state() {
        return new NodeState(
                settings.host(), sentShares.all(), receivedShares.all(), contacts.everybody(), outbox.waiting());
    }

    void maintenance(boolean on) {
        maintenance = on;
    }

    NodeKeys keys() {
        return keys;
    }

    Directory directory() {
        return directory;
    }

    Files files() {
        return files;
    }

    SecondFactors factors() {
        return factors;
    }

    /** What is answered to servers that are trusted. */
    public TrustDoor trustDoor() {
        return trustDoor;
    }

    TrustedServers trusted() {
        return trusted;
    }

    ServerList servers() {
        return servers;
    }

    Contacts contacts() {
        return contacts;
    }

    AcceptInvites acceptInvites() {
        return acceptInvites;
    }

    PassingOn passingOn() {
        return passingOn;
    }

    Resharing resharing() {
        return resharing;
    }

    Asks asks() {
        return asks;
    }

    Removals removals() {
        return removals;
    }

    SendShares sendShares() {
        return sendShares;
    }

    SentShares sentShares() {
        return sentShares;
    }

    ReceivedShares receivedShares() {
        return receivedShares;
    }

    RemoteShares remoteShares() {
        return remoteShares;
    }

    Optional<Mounts> mounts() {
        return mounts;
    }

    /** What lies behind received shares, mounted or not. */
    ReceivedFiles receivedFiles() {
        return mounts.<ReceivedFiles>map(m -> m).orElse(remoteShares);
    }
}
