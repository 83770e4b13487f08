package org.meshbed.nodes.trust;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.meshbed.nodes.dialect.Criterion;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.port.Table;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.vendor.Ground.Need;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.TrustQuirk.TrustInvite;
import org.meshbed.nodes.vendor.quirk.TrustQuirk.TrustList;
import org.meshbed.nodes.vendor.quirk.TrustQuirk.TrustListFinds;
import org.meshbed.nodes.vendor.quirk.TrustQuirk.TrustListMatches;
import org.meshbed.nodes.vendor.quirk.TrustQuirk.TrustWelcomes;

/**
 * The servers that a node has nothing to do with, or, as vendors with a list of providers keep it, the only ones that it
 * has anything to do with: it takes no shares, invites or notifications from others, and shares nothing with them. By name, not by address (AMB-12); an
 * entry without a port stands for every port of that name. What it is given at first is read when the node is made, what
 * the operator makes of it survives restarts.
 */
public final class ServerList {
    private static final String KEY = "servers";

    private final Manner manner;
    private final Witness witness;
    private final Table<Entries> table;
    private final List<Pattern> welcomes;

    record Entries(List<String> hosts) {
        Entries {
            hosts = List.copyOf(hosts);
        }
    }

    /** {@code welcomes}: patterns of servers whose people need no invite. */
    public ServerList(Manner manner, Store store, Witness witness, List<String> atFirst, List<String> welcomes) {
        this.welcomes = welcomes.stream().map(Pattern::compile).toList();
        this.manner = manner;
        this.witness = witness;
        this.table = new Table<>(store, "trust", Entries.class);
        if (!atFirst.isEmpty()) table.putIfAbsent(KEY, new Entries(atFirst));
    }

    /** Replaces the list. Throws {@link NotWellFormed} for an entry that is no host. */
    public void replace(List<String> hosts) {
        hosts.forEach(ServerHost::parse);
        table.put(KEY, new Entries(hosts));
        witness.changed("server list", "servers", "-", hosts.isEmpty() ? "empty" : String.join(" ", hosts));
    }

    /** Why this node has nothing to do with a server; empty where it may have. */
    public Optional<String> objection(ServerHost server) {
        var kind = manner.find(TrustList.class).map(TrustList::kind);
        if (kind.isEmpty()) return Optional.empty();
        var listed = listed(server);
        if (kind.get().equals("deny"))
            return listed ? Optional.of(server + " is on the list of servers that are denied") : Optional.empty();
        return listed ? Optional.empty() : Optional.of(server + " is not on the list of servers that are allowed");
    }

    /** Why this node does not call a server; empty where it may. */
    public Optional<String> objectionToCalling(ServerHost server) {
        if (manner.bent(TrustListFinds.class).isEmpty()) return objection(server);
        return entry(server).isPresent()
                ? Optional.empty()
                : Optional.of(server + " is not on the list of servers that are allowed");
    }

    private boolean listed(ServerHost server) {
        return table.get(KEY).isEmpty() && everybodyIsListed()
                || hosts().stream().anyMatch(entry -> stands(match(), entry, server));
    }

    /** The server that an entry of the list names, where one stands for this server: the first that does. */
    public Optional<ServerHost> entry(ServerHost server) {
        if (table.get(KEY).isEmpty() && everybodyIsListed()) return Optional.of(server);
        var finds = manner.bent(TrustListFinds.class);
        if (finds.isPresent()) return found(finds.get(), server);
        return hosts().stream()
                .filter(entry -> stands(match(), entry, server))
                .map(ServerHost::parse)
                .findFirst();
    }

    private Optional<ServerHost> found(TrustListFinds finds, ServerHost server) {
        for (var entry : hosts()) {
            if (finds.by().contains("part") && stands("substring", entry, server))
                return Optional.of(ServerHost.parse(entry));
            if (!finds.by().contains("pattern") || !stands("pattern", entry, server)) continue;
            if (finds.renames().isPresent()) rename(entry, server);
            return Optional.of(finds.renames().isPresent() ? server : ServerHost.parse(entry));
        }
        return Optional.empty();
    }

    private void rename(String entry, ServerHost server) {
        var renamed = hosts().stream()
                .map(e -> e.equals(entry) ? server.toString() : e)
                .toList();
        table.put(KEY, new Entries(renamed));
        witness.changed("server list", "servers", entry, server.toString());
    }

    private List<String> hosts() {
        return table.get(KEY).map(Entries::hosts).orElse(List.of());
    }

    private String match() {
        return manner.bent(TrustListMatches.class).map(TrustListMatches::match).orElse("");
    }

    /** Whether it looks for patterns in what stands in a message, and not for servers. */
    public boolean looksAtWords() {
        return manner.bent(TrustList.class).isPresent() && match().equals("pattern");
    }

    /**
     * Why this node takes nothing from a server, as that is called in a message: products that look for patterns look at
     * what stands there, in its letter case, and take what names no server at all.
     */
    public Optional<Refusal> refusal(String check, String written) {
        if (!looksAtWords() || hosts().isEmpty()) return Optional.empty();
        var host = written.replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://", "").replaceFirst("[/?#].*$", "");
        var listed = host.isEmpty()
                || !host.matches(".*[ ].*|.*:[0-9]*[^0-9:\\]].*")
                        && hosts().stream()
                                .anyMatch(entry ->
                                        Pattern.compile(entry).matcher(host).find());
        return listed
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        check, 403, "SERVER_NOT_TRUSTED", written + " is not on the list of servers that are allowed"));
    }

    /** An operator of such a product lists every peer before it federates, and nobody said otherwise here. */
    private boolean everybodyIsListed() {
        return manner.profile().ground().federated().stream().anyMatch(need -> need.what() == Need.What.SERVER_LIST);
    }

    private static boolean stands(String match, String entry, ServerHost server) {
        return switch (match) {
            case "substring" -> ServerHost.parse(entry).toString().contains(server.toString());
            case "pattern" -> Pattern.compile(entry).matcher(server.toString()).find();
            default -> standsFor(entry, server);
        };
    }

    /** The refusal of what such a server sends. */
    public Optional<Refusal> refusal(String check, ServerHost server) {
        return objection(server).map(why -> Refusal.of(check, 403, "SERVER_NOT_TRUSTED", why));
    }

    /** Whether people there need no invite, though others do. */
    public boolean welcomes(ServerHost server) {
        return manner.bent(TrustWelcomes.class)
                .map(q -> q.servers().equals("everybody")
                        || welcomes.stream()
                                .anyMatch(pattern ->
                                        pattern.matcher(server.toString()).find()))
                .orElse(false);
    }

    /** Whether a share has to come from a contact of its recipient. */
    public boolean mustInvite() {
        return manner.find(TrustInvite.class).isPresent();
    }

    /** What the node demands of those that send it shares, as its discovery document says it. */
    public static Set<Criterion> criteria(Manner manner) {
        var criteria = EnumSet.noneOf(Criterion.class);
        manner.find(TrustList.class)
                .map(list -> list.kind().equals("deny") ? Criterion.DENYLIST : Criterion.ALLOWLIST)
                .ifPresent(criteria::add);
        if (manner.find(TrustInvite.class).isPresent()) criteria.add(Criterion.INVITE);
        return criteria;
    }

    private static boolean standsFor(String entry, ServerHost server) {
        var host = ServerHost.parse(entry);
        return host.name().equals(server.name()) && (host.port() == server.port() || !entry.matches(".*:[0-9]+"));
    }
}
