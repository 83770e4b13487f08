package org.meshbed.nodes.vendor;

import java.util.List;
import java.util.Map;
import org.meshbed.nodes.dialect.SignatureForm;

/**
 * The closed list of places where a vendor may deviate from its dialect. A quirk is plain data: it can be printed,
 * compared, edited and switched off alone; the place that bends asks for it by type and falls back to the dialect.
 */
public sealed interface Quirk {

    ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            var name = type.getAnnotation(QuirkName.class);
            if (name == null) throw new IllegalStateException(type + " has no @QuirkName");
            return name.value();
        }
    };

    /** Its name in profiles, for example {@code share.receive.checks}. */
    static String name(Class<? extends Quirk> type) {
        return NAMES.get(type);
    }

    default String name() {
        return name(getClass());
    }

    /** Paths at which the discovery document is served, instead of the dialect's. */
    @QuirkName("discovery.serves")
    record DiscoveryServes(List<String> paths) implements Quirk {
        public DiscoveryServes {
            paths = List.copyOf(paths);
        }
    }

    /** Paths at which a peer's discovery document is asked for, in order, instead of the dialect's. */
    @QuirkName("discovery.asks")
    record DiscoveryAsks(List<String> paths) implements Quirk {
        public DiscoveryAsks {
            paths = List.copyOf(paths);
        }
    }

    /** The names of the checks of a received share, in the order in which they look, instead of the dialect's. */
    @QuirkName("share.receive.checks")
    record ShareReceiveChecks(List<String> order) implements Quirk {
        public ShareReceiveChecks {
            order = List.copyOf(order);
        }
    }

    /** Answers of single checks of a received share, by the name of the check; {@code accepted} is the success. */
    @QuirkName("share.receive.answers")
    record ShareReceiveAnswers(Map<String, Answer> answers) implements Quirk {
        public ShareReceiveAnswers {
            answers = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(answers));
        }
    }

    /** What the receiver asks of the sending server before it answers the share: {@code discovery}, {@code propfind}. */
    @QuirkName("share.receive.calls-back")
    record ShareReceiveCallsBack(List<String> calls) implements Quirk {
        public ShareReceiveCallsBack {
            calls = List.copyOf(calls);
        }
    }

    /** Both forms of a share's secret are presented at once: the schemes of several {@code Authorization} headers. */
    @QuirkName("access.authorization")
    record AccessAuthorization(List<String> schemes) implements Quirk {
        public AccessAuthorization {
            schemes = List.copyOf(schemes);
        }
    }

    /** How the end of a message body is told: {@code length} or {@code chunked}. */
    @QuirkName("send.framing")
    record SendFraming(String framing) implements Quirk {}

    /** Header lines added to every request. */
    @QuirkName("send.headers")
    record SendHeaders(Map<String, String> headers) implements Quirk {
        public SendHeaders {
            headers = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(headers));
        }
    }

    /** How many redirects of a POST are followed; a 302 turns it into a GET, as browsers do. */
    @QuirkName("send.redirects")
    record SendRedirects(int atMost) implements Quirk {}

    /** Where it sends requests beside the public Internet. */
    @QuirkName("send.reach")
    record SendReach(List<Opening> openings) implements Quirk {
        public SendReach {
            openings = List.copyOf(openings);
        }
    }

    /** At which hosts it calls a server: {@code own-host}, only at that under which it looked the server up. */
    @QuirkName("send.places")
    record SendPlaces(String places) implements Quirk {}

    /** Which list of servers it keeps: {@code deny}, of those it has nothing to do with; {@code allow}, of all others. */
    @QuirkName("trust.list")
    record TrustList(String kind) implements Quirk {}

    /** Whether a share must come from a contact of its recipient: {@code must}. */
    @QuirkName("trust.invite")
    record TrustInvite(String demand) implements Quirk {}

    /** Whether it can ask its people for a second factor: {@code enforced}. */
    @QuirkName("access.second-factor")
    record AccessSecondFactor(String ability) implements Quirk {}

    /** The dialects it speaks to peers, instead of all that are not newer than its own. */
    @QuirkName("dialect.speaks")
    record DialectSpeaks(List<String> dialects) implements Quirk {
        public DialectSpeaks {
            dialects = List.copyOf(dialects);
        }
    }

    /** How much it takes of what it is sent: {@code own} forms to the letter, or {@code lenient}. */
    @QuirkName("dialect.reads")
    record DialectReads(String reading) implements Quirk {}

    /** Where it puts the id of a share in notifications: {@code both} places at once, with the secret beside. */
    @QuirkName("notification.send.ids")
    record NotificationSendIds(String places) implements Quirk {}

    /**
     * What it does of the token exchange, which no dialect does by itself: {@code offers} a token endpoint for its own
     * shares; {@code asks} for a token where a share requires it; {@code tries} to get one where the sender has a token
     * endpoint, too.
     */
    @QuirkName("token.exchange")
    record TokenExchange(List<String> does) implements Quirk {
        public TokenExchange {
            does = List.copyOf(does);
        }

        public boolean offers() {
            return does.contains("offers");
        }

        public boolean asks() {
            return does.contains("asks");
        }

        public boolean tries() {
            return does.contains("tries");
        }
    }

    /**
     * Whom it demands the token exchange of: {@code senders} of what it receives (the criterion), {@code receivers} of
     * what it shares (the requirement).
     */
    @QuirkName("token.demands")
    record TokenDemands(List<String> of) implements Quirk {
        public TokenDemands {
            of = List.copyOf(of);
        }
    }

    /** The calls it takes below its endpoint, instead of the dialect's. */
    @QuirkName("api.serves")
    record ApiServes(List<String> calls) implements Quirk {
        public ApiServes {
            calls = List.copyOf(calls);
        }
    }

    /** To whom it signs what it sends: {@code asked}, servers that say they verify or demand it, or {@code always}. */
    @QuirkName("signature.sends")
    record SignatureSends(String to) implements Quirk {}

    /** Of whom it demands signatures: {@code everybody}, or only {@code signers}: servers that say they sign. */
    @QuirkName("signature.demands")
    record SignatureDemands(String of) implements Quirk {}

    /** The kind of key it signs with: {@code ed25519}, {@code p256} or {@code rsa}. */
    @QuirkName("signature.key")
    record SignatureKey(String kind) implements Quirk {}

    /** The forms of signatures it makes and takes, instead of that of its dialect. */
    @QuirkName("signature.forms")
    record SignatureForms(List<SignatureForm> forms) implements Quirk {
        public SignatureForms {
            forms = List.copyOf(forms);
        }
    }
}
