package org.meshbed.nodes.node;

/** An account at a node. */
public record Person(String user, String displayName, String email) {
    /** A person known by their user name alone. */
    public static Person named(String user) {
        var display = user.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + user.substring(1);
        return new Person(user, display, user + "@mail.example");
    }
}
