package org.meshbed.nodes.dialect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The words of one version for capabilities, criteria and requirements, in the order in which they are written. The
 * same concept has other words in other versions.
 */
public record Vocabulary(
        List<Word<Capability>> capabilities, List<Word<Criterion>> criteria, List<Word<Requirement>> requirements) {
    static final Vocabulary NONE = new Vocabulary(List.of(), List.of(), List.of());
    static final Vocabulary V1_1 = new Vocabulary(
            List.of(word(Capability.NOTIFICATIONS, "/notifications"), word(Capability.INVITES, "/invite-accepted")),
            List.of(),
            List.of());
    static final Vocabulary V1_2 = new Vocabulary(
            List.of(
                    word(Capability.ENFORCE_MFA, "enforce-mfa"),
                    word(Capability.RELATIVE_URI, "webdav-uri"),
                    word(Capability.PROTOCOL_OBJECT, "protocol-object"),
                    word(Capability.EXCHANGE_TOKEN, "receive-code"),
                    word(Capability.INVITES, "invites"),
                    word(Capability.INVITE_WAYF, "invite-wayf")),
            criteria("http-request-signatures", "code", "invite"),
            List.of(word(Requirement.TOKEN_EXCHANGE, "use-code"), word(Requirement.MFA, "mfa-enforced")));
    static final Vocabulary V1_3 = new Vocabulary(
            with(later(), word(Capability.RELATIVE_URI, "webdav-uri")),
            criteria("http-request-signatures", "token-exchange", "invite"),
            laterRequirements());
    static final Vocabulary V1_4 = new Vocabulary(
            later(), criteria("must-use-http-sig", "must-exchange-token", "must-invite"), laterRequirements());

    private static final List<Vocabulary> ALL = List.of(V1_4, V1_3, V1_2, V1_1);
    private static final Map<String, Capability> CAPABILITIES = meanings(Vocabulary::capabilities);
    private static final Map<String, Criterion> CRITERIA = meanings(Vocabulary::criteria);
    private static final Map<String, Requirement> REQUIREMENTS = meanings(Vocabulary::requirements);

    public Vocabulary {
        capabilities = List.copyOf(capabilities);
        criteria = List.copyOf(criteria);
        requirements = List.copyOf(requirements);
    }

    private static <T> Word<T> word(T meaning, String word) {
        return new Word<>(meaning, word);
    }

    private static <T> List<Word<T>> with(List<Word<T>> words, Word<T> last) {
        var more = new ArrayList<>(words);
        more.add(last);
        return more;
    }

    private static List<Word<Capability>> later() {
        return List.of(
                word(Capability.ENFORCE_MFA, "enforce-mfa"),
                word(Capability.EXCHANGE_TOKEN, "exchange-token"),
                word(Capability.HTTP_SIGNATURES, "http-sig"),
                word(Capability.INVITES, "invites"),
                word(Capability.INVITE_WAYF, "invite-wayf"),
                word(Capability.NOTIFICATIONS, "notifications"),
                word(Capability.PROTOCOL_OBJECT, "protocol-object"));
    }

    private static List<Word<Requirement>> laterRequirements() {
        return List.of(word(Requirement.TOKEN_EXCHANGE, "must-exchange-token"), word(Requirement.MFA, "must-use-mfa"));
    }

    private static List<Word<Criterion>> criteria(String signatures, String tokenExchange, String invite) {
        return List.of(
                word(Criterion.SIGNATURES, signatures),
                word(Criterion.TOKEN_EXCHANGE, tokenExchange),
                word(Criterion.DENYLIST, "denylist"),
                word(Criterion.ALLOWLIST, "allowlist"),
                word(Criterion.INVITE, invite));
    }

    /** This version's words for these meanings; a meaning without a word is left out. */
    static <T> List<String> words(List<Word<T>> words, Collection<T> meanings) {
        return words.stream()
                .filter(w -> meanings.contains(w.meaning()))
                .map(Word::onTheWire)
                .toList();
    }

    /** Whether this version can say that a recipient must do this. */
    public boolean require(Requirement requirement) {
        return requirements.stream().anyMatch(w -> w.meaning() == requirement);
    }

    /** What a word of any version demands: deployed servers mix the words of versions, and a demand is a demand. */
    public static Optional<Criterion> criterion(String word) {
        return Optional.ofNullable(CRITERIA.get(word));
    }

    /** What a word of any version says that a server can do. */
    public static Optional<Capability> capability(String word) {
        return Optional.ofNullable(CAPABILITIES.get(word));
    }

    /** What a word of any version requires of the recipient of a share. */
    public static Optional<Requirement> requirement(String word) {
        return Optional.ofNullable(REQUIREMENTS.get(word));
    }

    /** By the word; the newest version has the say about a word that several have. */
    private static <T> Map<String, T> meanings(Function<Vocabulary, List<Word<T>>> words) {
        var meanings = new LinkedHashMap<String, T>();
        for (var version : ALL)
            for (var word : words.apply(version)) meanings.putIfAbsent(word.onTheWire(), word.meaning());
        return meanings;
    }
}
