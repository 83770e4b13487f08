package org.meshbed.scenarios.steps;

import io.cucumber.java.ParameterType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.scenarios.state.Flaw;
import org.meshbed.scenarios.state.Garbage;
import org.meshbed.scenarios.state.Item;
import org.meshbed.scenarios.state.KeyFlaw;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.Sealing;
import org.meshbed.scenarios.state.ShareField;

/** The kinds of words that sentences have places for. */
public final class Words {
    /** {@code alice}, {@code alice at alpha}. */
    @ParameterType("([a-z][a-z0-9_-]*)(?: at ([a-z][a-z0-9_-]*))?")
    public Party party(String name, @Nullable String node) {
        return new Party(name, Optional.ofNullable(node));
    }

    /** {@code alpha}: a node or a foreign server. */
    @ParameterType("[a-z][a-z0-9_-]*")
    public String node(String name) {
        return name;
    }

    /** {@code work/report.txt}: among one's own files. */
    @ParameterType("\\S+")
    public String path(String path) {
        return path;
    }

    /** {@code report.txt}, {@code plans/a.txt}, {@code report.txt from alice}. */
    @ParameterType("(\\S+)(?: from ([a-z][a-z0-9_-]*)(?: at ([a-z][a-z0-9_-]*))?)?")
    public Item item(String path, @Nullable String from, @Nullable String node) {
        return new Item(path, Optional.ofNullable(from).map(name -> party(name, node)));
    }

    /** {@code a.txt}, {@code a.txt and b.txt}, {@code a.txt, b.txt and c.txt}. */
    @ParameterType("[^\\s,]+(?:, [^\\s,]+)*(?: and [^\\s,]+)?")
    public List<String> names(String text) {
        return Arrays.asList(text.split(", | and "));
    }

    /** {@code 2 hours}. */
    @ParameterType("(\\d+) (millisecond|second|minute|hour|day)s?")
    public Duration duration(String count, String unit) {
        var number = Long.parseLong(count);
        return switch (unit) {
            case "millisecond" -> Duration.ofMillis(number);
            case "second" -> Duration.ofSeconds(number);
            case "minute" -> Duration.ofMinutes(number);
            case "hour" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** {@code read}, {@code read and write}, {@code read, write and share}. */
    @ParameterType("read, write and share|read and write|read")
    public Permissions permissions(String words) {
        return Permissions.of(Arrays.asList(words.split(", | and ")));
    }

    /** A field of an announced share: {@code the share id}. */
    @ParameterType(
            "(?:the|a) (recipient|name|share id|owner|sender|share type|resource type|protocol|uri|secret|requirement)")
    public ShareField field(String words) {
        return ShareField.of(words);
    }

    /** What a server may get instead of a message. */
    @ParameterType("nothing at all|half a document|a page of HTML|a list|a number|null|bytes that are no text"
            + "|three megabytes|ten thousand brackets|the same field twice|a number without end|two documents")
    public Garbage garbage(String words) {
        return Garbage.of(words);
    }

    /** What may be wrong in a discovery document. */
    @ParameterType("no place for messages|a number as place for messages|half a URL as place for messages"
            + "|null as place for messages|sharing switched off|words instead of yes or no"
            + "|no word on whether it shares|no kinds of things|a word instead of kinds of things|no version"
            + "|a number as version|a word instead of its demands|files only"
            + "|an invite demanded|token exchange demanded|signatures demanded")
    public Flaw flaw(String words) {
        return Flaw.of(words);
    }

    /** What became of a share. */
    @ParameterType("accepted|declined|unshared")
    public String news(String word) {
        return word;
    }

    /** How a foreign server signs. */
    @ParameterType("with one right and one wrong digest|with the digest of another message"
            + "|by an algorithm that nobody knows|by a secret that both should know"
            + "|with a key that nobody has seen|beside the signature of a proxy"
            + "|with the key of somebody else|in the manner of version 1\\.2|for another kind of request"
            + "|without covering its digest|with a key without a name|with one letter changed"
            + "|and changed on the way|in a manner of its own|ten minutes too late|under another label"
            + "|for another server|without its length|for another place|an hour too early"
            + "|without its place|with another key|without a digest|with another tag|without its kind"
            + "|without a time|without a tag|by nonsense|rightly|twice")
    public Sealing sealing(String words) {
        return Sealing.of(words);
    }

    /** What may be wrong in a list of keys. */
    @ParameterType("a key for an algorithm that is not its own|a key for the algorithm none"
            + "|the private half of its key|a secret in place of a key|three megabytes in its key"
            + "|a key for no algorithm|a key that is too weak|two keys of one name|a thousand keys|no keys"
            + "|keys")
    public KeyFlaw keyflaw(String words) {
        return KeyFlaw.of(words);
    }
}
