package org.meshbed.simulator.calibration.binding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person or an operator did.
 *
 * @param with its arguments, by name
 * @param gives what came of it, by name, and where the recording tells it
 */
public record Deed(Verb verb, Map<String, Argument> with, Map<String, Argument> gives) {
    public Deed {
        with = new LinkedHashMap<>(with);
        gives = new LinkedHashMap<>(gives);
    }

    public Optional<Argument> argument(String name) {
        return Optional.ofNullable(with.get(name));
    }

    /** The verbs, with the names of their arguments and of what comes of them. */
    public enum Verb {
        NOTHING(List.of(), List.of()),
        /** The value can be had under the key from now on. */
        REMEMBER(List.of("key", "value"), List.of()),
        /** What is shared is made first where it is not there: {@code kind} file or folder, {@code content}. */
        SHARE(
                List.of("as", "path", "with", "server", "type", "permissions", "expires", "kind", "content"),
                List.of("id")),
        UNSHARE(List.of("as", "sent"), List.of()),
        PERMIT(List.of("as", "sent", "permissions"), List.of()),
        /** It is gone from the server's database, by hand: nobody is told. */
        FORGET(List.of("as", "sent"), List.of()),
        /** Looks at what came in. */
        RECEIVED(List.of("as", "share"), List.of()),
        /** Looks at what was shared. */
        SHARED(List.of("as"), List.of()),
        CONTACTS(List.of("as"), List.of()),
        FIND(List.of("as", "text"), List.of()),
        ACCEPT(List.of("as", "share"), List.of()),
        DECLINE(List.of("as", "share"), List.of()),
        LEAVE(List.of("as", "share"), List.of()),
        /** A share came in, where no recorder saw it. */
        ARRIVE(List.of("as", "name", "with", "id", "secret", "url"), List.of()),
        RESHARE(List.of("as", "share", "mount", "with", "permissions"), List.of("id")),
        /** {@code mount}: the name of a received share, if there is one, else the first folder of one's own. */
        READ(List.of("as", "share", "mount", "path"), List.of()),
        LIST(List.of("as", "share", "mount", "path"), List.of()),
        /** Asks whether something is there. */
        LOOK(List.of("as", "share", "mount", "path"), List.of()),
        WRITE(List.of("as", "share", "mount", "path", "content"), List.of()),
        MAKE_FOLDER(List.of("as", "share", "mount", "path"), List.of()),
        /** {@code to} is inside of the same share; {@code out}, a path among one's own files. */
        MOVE(List.of("as", "share", "mount", "path", "to", "out"), List.of()),
        COPY(List.of("as", "share", "mount", "path", "to"), List.of()),
        /** {@code at}: seconds since the epoch, alone or in the body of a PROPPATCH. */
        TOUCH(List.of("as", "share", "mount", "path", "at"), List.of()),
        DELETE(List.of("as", "share", "mount", "path"), List.of()),
        INVITE(List.of("as"), List.of("token", "string")),
        ACCEPT_INVITE(List.of("as", "text", "token", "host"), List.of()),
        REMOVE_CONTACT(List.of("as", "address", "host"), List.of()),
        /** So much time passes at once. */
        PASS(List.of("seconds"), List.of()),
        STOP(List.of(), List.of()),
        START(List.of(), List.of()),
        SWITCH(List.of("setting", "value"), List.of()),
        /** {@code token}: the one host is trusted with that. */
        SERVERS(List.of("hosts", "token"), List.of()),
        MAINTENANCE(List.of("on"), List.of()),
        EXPIRE(List.of("as", "sent", "at"), List.of()),
        DELETE_USER(List.of("user"), List.of());

        private final List<String> arguments;
        private final List<String> results;

        Verb(List<String> arguments, List<String> results) {
            this.arguments = arguments;
            this.results = results;
        }

        /** Whether it is something that happens to the server, and makes it call nobody. */
        public boolean isOfOperator() {
            return switch (this) {
                case NOTHING, REMEMBER, PASS, STOP, START, SWITCH, SERVERS, MAINTENANCE, FORGET, ARRIVE -> true;
                default -> false;
            };
        }

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        List<String> arguments() {
            return arguments;
        }

        List<String> results() {
            return results;
        }
    }
}
