package org.meshbed.nodes.node;

import java.util.LinkedHashSet;
import java.util.List;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.share.Arrived;
import org.meshbed.nodes.share.Restored;
import org.meshbed.nodes.vendor.BadProfile;
import org.meshbed.nodes.vendor.quirk.TrustQuirk.TrustList;

/** What the person running a server can do while it runs; stopping and starting is the affair of its world. */
public final class NodeOperator {
    private final OcmNode node;

    NodeOperator(OcmNode node) {
        this.node = node;
    }

    public Told<Nothing> maintenance(boolean on) {
        node.maintenance(on);
        node.ports().witness().changed("maintenance", node.settings().name(), on ? "off" : "on", on ? "on" : "off");
        return Told.done(Nothing.NOTHING, "maintenance is " + (on ? "on" : "off"));
    }

    public Told<Nothing> changeSetting(String name, String value) {
        try {
            node.manner().change(name, value);
        } catch (BadProfile e) {
            return Told.refused(e.getMessage());
        }
        node.ports().witness().changed("setting", name, "-", value);
        return Told.done(Nothing.NOTHING, name + " is " + value);
    }

    /** What a user shared, as the server has it: unlike when the user looks, nothing comes of it. */
    public List<SentShare> sent(String user) {
        return node.sendShares().of(user);
    }

    /** A new key to sign with; the old one stays published while what it has signed may still be under way. */
    public Told<Nothing> rotateKey() {
        if (!node.discovery().signs()) return new Told.Unsupported<>("this server signs nothing");
        return Told.done(Nothing.NOTHING, "signs with " + node.keys().rotate());
    }

    /** The servers that this one denies or allows, whichever list it keeps, or else those that it trusts. */
    public Told<Nothing> editProviderList(List<String> hosts) {
        if (node.trusted().kept()) return trust(hosts);
        if (node.manner().profile().find(TrustList.class).isEmpty())
            return Told.refused("this server keeps no list of servers; its setting 'servers' says so");
        try {
            node.servers().replace(hosts);
        } catch (NotWellFormed e) {
            return Told.refused(e.getMessage());
        }
        return Told.done(Nothing.NOTHING, hosts.size() + " servers are on the list");
    }

    private Told<Nothing> trust(List<String> servers) {
        try {
            node.trusted().replace(servers);
        } catch (NotWellFormed e) {
            return Told.refused(e.getMessage());
        }
        return Told.done(Nothing.NOTHING, servers.size() + " servers are to be trusted");
    }

    /** One more server is trusted, with a token as if this server had drawn it. */
    public Told<Nothing> trust(String server, String token) {
        node.trusted().trust(server, token);
        return Told.done(Nothing.NOTHING, server + " is to be trusted");
    }

    /** The account goes, and with it the user's files, contacts and shares; the other servers hear of the shares. */
    public Told<Nothing> deleteUser(String user) {
        if (node.directory().person(user).isEmpty()) return Told.refused("there is no user '" + user + "'");
        var concerned = node.removals().concerned(user).toList();
        node.shareRequests().forget(user);
        node.sendShares().forget(user);
        node.receivedShares().forget(user, ShareType.USER, "the account is gone");
        node.contacts().forget(user);
        node.files().erase(user);
        node.directory().remove(user);
        node.ports().witness().changed("user", user, "here", "-");
        concerned.forEach(server -> node.removals().tell(server, user, ShareType.USER));
        return Told.done(Nothing.NOTHING, user + " is deleted");
    }

    /** The group goes, and with it what it had received; its members stay. The other servers hear of it. */
    public Told<Nothing> deleteGroup(String group) {
        if (node.directory().group(group).isEmpty()) return Told.refused("there is no group '" + group + "'");
        var concerned = node.receivedShares().serversOf(group, ShareType.GROUP);
        node.receivedShares().forget(group, ShareType.GROUP, "the group is gone");
        node.directory().removeGroup(group);
        node.ports().witness().changed("group", group, "here", "-");
        concerned.forEach(server -> node.removals().tell(server, group, ShareType.GROUP));
        return Told.done(Nothing.NOTHING, group + " is deleted");
    }

    /** A sent share is deleted from the database by hand: nobody is told. */
    public Told<Nothing> forgetShare(String id) {
        return node.sentShares().forget(id)
                ? Told.done(Nothing.NOTHING, "share " + id + " is forgotten")
                : Told.refused("there is no share '" + id + "'");
    }

    /** A sent share as if it had been made long ago; answers it with the id and the secret that the node gave it. */
    public Restored restoreSent(String user, String path, String shareWith, Permissions permissions, boolean accepted) {
        return node.sendShares().restore(user, path, shareWith, permissions, accepted);
    }

    /** A received share as if it had come long ago. */
    public void restoreReceived(String user, Arrived share) {
        node.receivedShares().restore(user, share);
    }

    /** Somebody at another server becomes known to a user here, as if an invite had made them so. */
    public Told<Nothing> acquaint(String user, Contact contact) {
        if (node.directory().person(user).isEmpty()) return Told.refused("there is no user '" + user + "'");
        node.contacts().add(user, contact);
        return Told.done(Nothing.NOTHING, user + " knows " + contact.address());
    }

    public Told<Nothing> changeMembers(String group, List<String> members) {
        var strangers = members.stream()
                .filter(m -> node.directory().person(m).isEmpty())
                .toList();
        if (!strangers.isEmpty()) return Told.refused("there is no user '" + strangers.getFirst() + "'");
        if (!node.directory().change(group, List.copyOf(new LinkedHashSet<>(members))))
            return Told.refused("there is no group '" + group + "'");
        node.ports().witness().changed("group", group, "-", String.join(" ", members));
        return Told.done(Nothing.NOTHING, group + " has " + members.size() + " members");
    }
}
