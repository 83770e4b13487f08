package org.meshbed.nodes.invite;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.port.Store;
import org.meshbed.nodes.port.Table;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.vendor.quirk.Template;

/** Whom the users of a node know at other servers. */
public final class Contacts {
    private final Table<Known> known;
    private final Witness witness;

    record Known(String user, String address, String name, String email) {}

    public Contacts(Store store, Witness witness) {
        this.known = new Table<>(store, "contacts", Known.class);
        this.witness = witness;
    }

    public void add(String user, Contact contact) {
        known.put(key(user, contact.address()), new Known(user, contact.address(), contact.name(), contact.email()));
        witness.changed("contact", user + " " + contact.address(), "-", "known");
    }

    public List<Contact> of(String user) {
        return known.all().stream()
                .filter(k -> k.user().equals(user))
                .map(k -> new Contact(k.address(), k.name(), k.email()))
                .toList();
    }

    /** Every contact of the node, as user and address. */
    public List<Acquaintance> everybody() {
        return known.all().stream()
                .map(k -> new Acquaintance(k.user(), k.address()))
                .toList();
    }

    /** A user of this node and somebody elsewhere whom they know. */
    public record Acquaintance(String user, String address) {}

    public boolean knows(String user, String address) {
        return known.get(key(user, address)).isPresent();
    }

    /** The contact of a user that is called so: by the whole address, its first part, or the address inside of that. */
    public Optional<Contact> called(String user, String name) {
        return of(user).stream()
                .filter(c -> c.address().equals(name))
                .findFirst()
                .or(() ->
                        of(user).stream().filter(c -> means(c.address(), name)).findFirst());
    }

    private static boolean means(String address, String name) {
        var id = address.substring(0, Math.max(0, address.lastIndexOf('@')));
        if (id.equals(name)) return true;
        var inside = Template.unwrapped(address);
        return same(inside, name) || same(id, name);
    }

    private static boolean same(String address, String name) {
        try {
            return OcmAddress.parseLeniently(address).equals(OcmAddress.parseLeniently(name));
        } catch (NotWellFormed e) {
            return false;
        }
    }

    /** Answers whether there was such a contact. */
    public boolean remove(String user, String address) {
        var key = key(user, address);
        if (known.get(key).isEmpty()) return false;
        known.remove(key);
        witness.changed("contact", user + " " + address, "known", "-");
        return true;
    }

    /** Forgets all contacts of a user, or none where the user has none. */
    public void forget(String user) {
        of(user).forEach(c -> remove(user, c.address()));
    }

    /** Somebody elsewhere is no more: nobody here knows them from now on. */
    public void gone(String address) {
        everybody().stream().filter(a -> a.address().equals(address)).forEach(a -> remove(a.user(), address));
    }

    private static String key(String user, String address) {
        return user + "\n" + address;
    }
}
