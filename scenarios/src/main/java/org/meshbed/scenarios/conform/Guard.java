package org.meshbed.scenarios.conform;

import java.util.Locale;

/**
 * What a server has to be on its guard against when others mean harm, whether or not the specification has a number for
 * it. Each stands on the threat model of the draft (rules OCM-DEF-23 and OCM-DEF-24) or on what HTTP and XML ask of their
 * clients.
 */
public enum Guard {
    REDIRECT_INSIDE(
            "does not look up a server at a loopback address because another server points there", Needs.DRIVER),
    REDIRECT_PLAIN("does not give up TLS because a server points to itself without it", Needs.DRIVER),
    REDIRECT_LOOP("does not follow redirects without end", Needs.DRIVER),
    REDIRECT_SECRET("does not hand a share with its secret on to another server", Needs.DRIVER),
    REDIRECT_CREDENTIALS("does not show the secret of a share to another server", Needs.DRIVER),
    MESSAGES_INSIDE("sends no messages to a loopback address because a document names it", Needs.DRIVER),
    MESSAGES_PLAIN("sends no messages without TLS because a document says so", Needs.DRIVER),
    FILES_INSIDE("fetches no files from a loopback address because a share names it", Needs.DRIVER),
    FILES_PLAIN("fetches no files without TLS because a share says so", Needs.DRIVER),
    TOKENS_INSIDE("asks for no token at a loopback address because a document names it", Needs.DRIVER),
    KEYS_INSIDE("fetches no keys from a loopback address because a document names it", Needs.SIGNATURES),
    NAME_INSIDE("looks at the address that a name leads to before it connects", Needs.NAME),
    ENDLESS_DOCUMENT("does not read a document without end", Needs.DRIVER),
    ENDLESS_LISTING("does not read a list of files without end", Needs.DRIVER),
    ENDLESS_KEYS("does not read a list of keys without end", Needs.SIGNATURES),
    SLOW_DOCUMENT("does not wait for a document without end", Needs.TIME),
    HEADERS("takes no answer with hundreds of kilobytes of header lines", Needs.DRIVER),
    COMPRESSED("unpacks no document that it did not ask to be compressed", Needs.DRIVER),
    DOCUMENT_TYPE("takes no XML with a document type of its sender's", Needs.DRIVER),
    PLACE("takes no share at a place that climbs out of the sender's files or is none", Needs.PARTY),
    OWN_NAME("takes nothing from others in its own name", Needs.PARTY),
    ODD_KEYS("believes no signature by a key that is none, or too weak", Needs.SIGNATURES),
    NO_KEYS("believes no signature by a key that it could not fetch", Needs.SIGNATURES),
    OTHER_FORM("takes a signature of no form that it has for none", Needs.SIGNATURES),
    REPLAY("does nothing a second time because a signed message comes a second time", Needs.SIGNATURES),
    SECRET_SCOPE("opens a share to its own secret only", Needs.DRIVER),
    TOKEN_SCOPE("opens a share to a token for that share only, and as long as it lasts", Needs.TOKENS),
    TOKEN_THIEF("gives a token to the server only that the secret was sent to", Needs.TOKENS),
    SECRET_FALLBACK("does not show the secret where a token is demanded and cannot be had", Needs.TOKENS),
    TOKEN_UNUSED("does not show the secret when it has the token for it", Needs.TOKENS),
    SECOND_FACTOR("opens a share that asks for a second factor to nobody without, or does not take it", Needs.PARTY),
    DEMANDS("says in its document what it demands", Needs.DRIVER);

    private final String statement;
    private final Needs needs;

    Guard(String statement, Needs needs) {
        this.statement = statement;
        this.needs = needs;
    }

    /** What it takes to try a guard. */
    enum Needs {
        PARTY("needs a party to share with: --party NAME"),
        DRIVER("shows only in what the server sends: --driver http"),
        SIGNATURES("it does not say that it signs"),
        TOKENS("needs a server that exchanges tokens, and --driver http"),
        NAME(
                "needs a name that leads the server to where the peers listen, and that it is not to follow: --inside NAME"),
        TIME("takes half a minute: --slow");

        private final String words;

        Needs(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** {@code GUARD-REDIRECT-INSIDE}. */
    public String id() {
        return "GUARD-" + name().replace('_', '-').toUpperCase(Locale.ROOT);
    }

    /** What the server does or does not do, in words that follow its name. */
    public String statement() {
        return statement;
    }

    Needs needs() {
        return needs;
    }
}
