package org.meshbed.nodes.vendor.quirk;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom it has to do with. */
public sealed interface TrustQuirk extends Quirk {
    /** Which list of servers it keeps: {@code deny}, of those it has nothing to do with; {@code allow}, of all others. */
    @QuirkName("trust.list")
    record TrustList(
            @Words(
                    value = {"deny", "allow"},
                    what = "kind of list")
            String kind)
            implements TrustQuirk {}

    /** How an entry of its list stands for a server: {@code substring}, or {@code pattern} found in its name. */
    @QuirkName("trust.list.matches")
    record TrustListMatches(
            @Words(
                    value = {"substring", "pattern"},
                    what = "match")
            String match)
            implements TrustQuirk {}

    /**
     * How the entry of its list is found by which a server is called, instead of as for those that send.
     *
     * @param by the ways, each entry tried with all of them before the next: {@code part}, what is called is part of its
     *     name; {@code pattern}, it is a pattern found in what is called
     * @param renames {@code pattern}: an entry that was found so is from then on the server that was called
     */
    @QuirkName("trust.list.finds")
    record TrustListFinds(
            @Words(
                    value = {"part", "pattern"},
                    what = "way")
            List<String> by,

            @Words("pattern") Optional<String> renames)
            implements TrustQuirk {
        public TrustListFinds {
            by = List.copyOf(by);
        }
    }

    /**
     * Whose shares are taken though their sender is no contact of the recipient where contacts alone may share:
     * {@code everybody}'s, or those of servers that are {@code listed} by the operator as patterns; the sender is a contact
     * from then on.
     */
    @QuirkName("trust.welcomes")
    record TrustWelcomes(@Words({"listed", "everybody"}) String servers) implements TrustQuirk {}

    /**
     * How servers whose operators trust each other agree upon a secret, and tell each other of their people.
     *
     * @param looks path that is looked at before a server is put on the list
     * @param calls path below which a server is told a token, {@code request-shared-secret}, and asked for the secret,
     *     {@code shared-secret}
     * @param book path of the list of people, behind which stands the {@code card} of each, a template that speaks of a user
     * @param jobs pause before something is told or asked, and before it is tried again
     * @param books pause before the list of people is fetched, and fetched again
     * @param cards what they say, the first that fits
     * @param answers a token is {@code taken} or {@code refused}, as the question for the secret is, which else is told as
     *     {@code token.value} in {@code secret}; whoever asks for people is {@code unknown}, or shows a {@code wrong} secret;
     *     what is not there is {@code missing}
     */
    @QuirkName("trust.exchanges")
    record TrustExchanges(
            String looks,
            String calls,
            String book,
            String card,
            Duration jobs,
            Duration books,
            List<Card> cards,

            @Words(
                    value = {"taken", "refused", "secret", "unknown", "wrong", "missing"},
                    what = "answer")
            Map<String, Answer> answers)
            implements TrustQuirk {
        public TrustExchanges {
            cards = List.copyOf(cards);
            answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        }
    }

    /**
     * The card of a person.
     *
     * @param when of which people
     * @param text a template
     */
    record Card(Optional<Condition> when, String text) {}

    /** Which shares it accepts by itself, and tells nobody: those {@code of-trusted} servers. */
    @QuirkName("trust.accepts")
    record TrustAccepts(@Words("of-trusted") String shares) implements TrustQuirk {}

    /** Whether a share must come from a contact of its recipient: {@code must}. */
    @QuirkName("trust.invite")
    record TrustInvite(
            @Words(value = "must", what = "demand") String demand) implements TrustQuirk {}
}
