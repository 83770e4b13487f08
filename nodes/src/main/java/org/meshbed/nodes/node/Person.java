package org.meshbed.nodes.node;

/**
 * An account at a node.
 *
 * @param secondFactor whether the person has one to pass, when the server asks for it
 */
public record Person(String user, String displayName, String email, boolean secondFactor) {
    /** Somebody with a password and nothing else. */
    public Person(String user, String displayName, String email) {
        this(user, displayName, email, false);
    }

    /** A person known by their user name alone. */
    public static Person named(String user) {
        var display = user.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + user.substring(1);
        return new Person(user, display, user + "@mail.example");
    }

    public Person withASecondFactor() {
        return new Person(user, displayName, email, true);
    }
}
