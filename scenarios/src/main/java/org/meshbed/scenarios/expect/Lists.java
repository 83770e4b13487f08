package org.meshbed.scenarios.expect;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.Entry;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;

/** What people see in their lists. */
public final class Lists {
    private Lists() {}

    /** A share of this name is there in this state. */
    public static Expectation<Optional<ReceivedShare>> received(String who, String what, ReceivedShare.State state) {
        return share -> Expectation.unless(
                share.map(ReceivedShare::state).filter(state::equals).isPresent(),
                "%s should see %s as %s, but %s"
                        .formatted(
                                who,
                                what,
                                word(state),
                                share.map(s -> "sees it as " + word(s.state())).orElse("does not see it")));
    }

    /** A share of this name is not there, or only as one that was declined. */
    public static Expectation<Optional<ReceivedShare>> notReceived(String who, String what) {
        return share -> Expectation.unless(
                share.filter(s -> s.state() != ReceivedShare.State.DECLINED).isEmpty(),
                who + " should not see " + what + ", but sees it as "
                        + share.map(s -> word(s.state())).orElse(""));
    }

    /** The owner's list shows this state for the share with this recipient. */
    public static Expectation<List<SentShare>> sent(String who, String what, SentShare.State state) {
        return shares -> Expectation.unless(
                shares.stream().anyMatch(s -> s.state() == state),
                "%s should see the share of %s as %s, but %s"
                        .formatted(
                                who,
                                what,
                                word(state),
                                shares.isEmpty()
                                        ? "there is none"
                                        : "it is "
                                                + shares.stream()
                                                        .map(s -> word(s.state()))
                                                        .toList()));
    }

    public static Expectation<List<?>> count(String who, String what, int count) {
        return list -> Expectation.unless(
                list.size() == count,
                "%s should see %d of %s, but sees %d: %s".formatted(who, count, what, list.size(), list));
    }

    /** Exactly these names, in any order. */
    public static Expectation<List<Entry>> names(String who, String folder, List<String> names) {
        return entries -> {
            var found = entries.stream().map(Entry::name).sorted().toList();
            return Expectation.unless(
                    found.equals(names.stream().sorted().toList()),
                    "%s should see %s in %s, but sees %s".formatted(who, names, folder, found));
        };
    }

    public static Expectation<List<Contact>> contact(String who, String address, String name) {
        return contacts -> Expectation.unless(
                among(contacts, address, name).isPresent(),
                who + " should have " + name + " (" + address + ") as a contact, but has " + contacts);
    }

    public static Expectation<List<Contact>> noContact(String who, String address, String name) {
        return contacts -> Expectation.unless(
                among(contacts, address, name).isEmpty(),
                who + " should not have " + name + " (" + address + ") as a contact");
    }

    /** The contact of that address; else, of a product that makes addresses of its own, of that name at that server. */
    public static Optional<Contact> among(List<Contact> contacts, String address, String name) {
        var server = address.substring(address.lastIndexOf('@') + 1);
        return contacts.stream()
                .filter(contact -> contact.address().equals(address))
                .findFirst()
                .or(() -> contacts.stream()
                        .filter(contact ->
                                contact.name().equals(name) && contact.address().endsWith(server))
                        .findFirst());
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }
}
