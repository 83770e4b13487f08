package org.meshbed.simulator.calibration.binding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.party.Contact;

/**
 * What a server held when a flow began.
 *
 * @param settings switched for this flow, besides those of the server
 * @param files by user and path
 * @param contacts by user
 * @param numbers that ids had come to, where the server counts them up, by what they are for
 * @param sent shares that its users had sent, by user
 * @param received shares that they had received, by user
 * @param warm servers whose documents and keys it knew already
 * @param acts the user whose deeds are told without a name; else the first of its people
 */
public record State(
        Map<String, String> settings,
        Map<String, Map<String, byte[]>> files,
        Map<String, List<Contact>> contacts,
        Map<String, Integer> numbers,
        Map<String, List<Row>> sent,
        Map<String, List<Row>> received,
        Optional<List<String>> warm,
        Optional<String> acts) {
    public static final State NOTHING = new State(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            Optional.empty(),
            Optional.empty());

    /**
     * A share that was there.
     *
     * @param name of what is shared; of a sent share its path
     * @param with the address of the other person: the recipient, or the owner as the share said it
     * @param id at its sending server
     * @param permissions as a number
     * @param accepted whether its recipient had accepted it
     * @param url of a received share, where it is; empty in the form of the versions before 1.1
     */
    public record Row(
            String name, String with, String id, String secret, int permissions, boolean accepted, String url) {}

    public State {
        settings = new LinkedHashMap<>(settings);
        files = new LinkedHashMap<>(files);
        contacts = new LinkedHashMap<>(contacts);
        numbers = new LinkedHashMap<>(numbers);
        sent = new LinkedHashMap<>(sent);
        received = new LinkedHashMap<>(received);
        warm = warm.map(List::copyOf);
    }

    /** This state and what another adds to it. */
    public State and(State more) {
        var allSettings = new LinkedHashMap<>(settings);
        allSettings.putAll(more.settings);
        var allFiles = new LinkedHashMap<>(files);
        more.files.forEach((user, own) -> {
            var both = new LinkedHashMap<>(allFiles.getOrDefault(user, new LinkedHashMap<>()));
            both.putAll(own);
            allFiles.put(user, both);
        });
        var allContacts = new LinkedHashMap<>(contacts);
        allContacts.putAll(more.contacts);
        var allNumbers = new LinkedHashMap<>(numbers);
        allNumbers.putAll(more.numbers);
        return new State(
                allSettings,
                allFiles,
                allContacts,
                allNumbers,
                joined(sent, more.sent),
                joined(received, more.received),
                more.warm.or(() -> warm),
                more.acts.or(() -> acts));
    }

    private static Map<String, List<Row>> joined(Map<String, List<Row>> rows, Map<String, List<Row>> more) {
        var all = new LinkedHashMap<>(rows);
        all.putAll(more);
        return all;
    }
}
