package org.meshbed.scenarios.state;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The invites that were made, by who made them. */
public final class Invites {
    private final Map<String, List<Handed>> made = new ConcurrentHashMap<>();

    /**
     * An invite as it is handed over.
     *
     * @param id under which its sender's node lists it; empty for one made by hand
     */
    public record Handed(String id, String inviteString) {}

    public void made(String by, Handed invite) {
        made.computeIfAbsent(by, _ -> new CopyOnWriteArrayList<>()).add(invite);
    }

    /** The last invite this person made. */
    public Handed last(String by) {
        var invites = all(by);
        if (invites.isEmpty()) throw new IllegalStateException(by + " has made no invite in this scenario");
        return invites.getLast();
    }

    public List<Handed> all(String by) {
        return List.copyOf(made.getOrDefault(by, List.of()));
    }
}
