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
 * @param warm servers whose documents and keys it knew already
 * @param acts the user whose deeds are told without a name; else the first of its people
 */
public record State(
        Map<String, String> settings,
        Map<String, Map<String, byte[]>> files,
        Map<String, List<Contact>> contacts,
        Optional<List<String>> warm,
        Optional<String> acts) {
    public static final State NOTHING = new State(
            new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), Optional.empty(), Optional.empty());

    public State {
        settings = new LinkedHashMap<>(settings);
        files = new LinkedHashMap<>(files);
        contacts = new LinkedHashMap<>(contacts);
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
        return new State(allSettings, allFiles, allContacts, more.warm.or(() -> warm), more.acts.or(() -> acts));
    }
}
