package org.meshbed.nodes.node;

/**
 * An account at a node.
 *
 * @param secondFactor whether the person has one to pass, when the server asks for it
 * @param login the name with which the person comes in, empty where it is the user
 */
public record Person(String user, String displayName, String email, boolean secondFactor, String login) {
    /** Somebody with a password and nothing else. */
    public Person(String user, String displayName, String email) {
        this(user, displayName, email, false, "");
    }

    public Person(String user, String displayName, String email, boolean secondFactor) {
        this(user, displayName, email, secondFactor, "");
    }

    /** A person known by their user name alone. */
    public static Person named(String user) {
        var display = user.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + user.substring(1);
        return new Person(user, display, user + "@mail.example");
    }

    public Person withASecondFactor() {
        return new Person(user, displayName, email, true, login);
    }

    /** The same person, known at the login by another name. */
    public Person withLogin(String name) {
        return new Person(user, displayName, email, secondFactor, name);
    }
}
