package org.meshbed.nodes.vendor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Dialects;
import org.meshbed.nodes.dialect.SignatureForm;
import org.meshbed.nodes.vendor.Answer.Closes;
import org.meshbed.nodes.vendor.Quirk.AccessAuthorization;
import org.meshbed.nodes.vendor.Quirk.AccessSecondFactor;
import org.meshbed.nodes.vendor.Quirk.ApiServes;
import org.meshbed.nodes.vendor.Quirk.DialectReads;
import org.meshbed.nodes.vendor.Quirk.DialectSpeaks;
import org.meshbed.nodes.vendor.Quirk.DiscoveryAsks;
import org.meshbed.nodes.vendor.Quirk.DiscoveryServes;
import org.meshbed.nodes.vendor.Quirk.NotificationSendIds;
import org.meshbed.nodes.vendor.Quirk.SendFraming;
import org.meshbed.nodes.vendor.Quirk.SendHeaders;
import org.meshbed.nodes.vendor.Quirk.SendPlaces;
import org.meshbed.nodes.vendor.Quirk.SendReach;
import org.meshbed.nodes.vendor.Quirk.SendRedirects;
import org.meshbed.nodes.vendor.Quirk.ShareReceiveAnswers;
import org.meshbed.nodes.vendor.Quirk.ShareReceiveCallsBack;
import org.meshbed.nodes.vendor.Quirk.ShareReceiveChecks;
import org.meshbed.nodes.vendor.Quirk.SignatureDemands;
import org.meshbed.nodes.vendor.Quirk.SignatureForms;
import org.meshbed.nodes.vendor.Quirk.SignatureKey;
import org.meshbed.nodes.vendor.Quirk.SignatureSends;
import org.meshbed.nodes.vendor.Quirk.TokenDemands;
import org.meshbed.nodes.vendor.Quirk.TokenExchange;
import org.meshbed.nodes.vendor.Quirk.TrustInvite;
import org.meshbed.nodes.vendor.Quirk.TrustList;

/** Makes a quirk from its name and value in a profile. */
final class QuirkReader {
    private QuirkReader() {}

    /** The names of all quirk types, in the order of their declaration. */
    static List<String> names() {
        return Arrays.stream(Quirk.class.getPermittedSubclasses())
                .map(type -> Quirk.name(type.asSubclass(Quirk.class)))
                .toList();
    }

    static Quirk read(YamlView name, YamlView value) {
        return switch (name.oneOf("quirk type", names())) {
            case "discovery.serves" -> new DiscoveryServes(paths(value));
            case "discovery.asks" -> new DiscoveryAsks(paths(value));
            case "share.receive.checks" -> new ShareReceiveChecks(words(value, "share check", CheckNames.SHARE));
            case "share.receive.answers" -> new ShareReceiveAnswers(answers(value));
            case "share.receive.calls-back" ->
                new ShareReceiveCallsBack(words(value, "call", List.of("discovery", "propfind")));
            case "access.authorization" -> new AccessAuthorization(words(value, "scheme", List.of("bearer", "basic")));
            case "send.framing" -> new SendFraming(value.oneOf("framing", List.of("length", "chunked")));
            case "send.headers" -> new SendHeaders(texts(value, "a map of header names and values"));
            case "send.redirects" -> new SendRedirects(redirects(value));
            case "send.reach" ->
                new SendReach(value.items("a list of openings").stream()
                        .map(QuirkReader::opening)
                        .toList());
            case "send.places" -> new SendPlaces(value.oneOf("places", List.of("own-host")));
            case "trust.list" -> new TrustList(value.oneOf("kind of list", List.of("deny", "allow")));
            case "trust.invite" -> new TrustInvite(value.oneOf("demand", List.of("must")));
            case "access.second-factor" -> new AccessSecondFactor(value.oneOf("ability", List.of("enforced")));
            case "dialect.speaks" -> new DialectSpeaks(words(value, "dialect", dialects()));
            case "dialect.reads" -> new DialectReads(value.oneOf("reading", List.of("own", "lenient")));
            case "notification.send.ids" -> new NotificationSendIds(value.oneOf("place", List.of("both")));
            case "token.exchange" ->
                new TokenExchange(words(value, "part of the exchange", List.of("offers", "asks", "tries")));
            case "token.demands" -> new TokenDemands(words(value, "side", List.of("senders", "receivers")));
            case "api.serves" -> new ApiServes(words(value, "call", CheckNames.CALLS));
            case "signature.sends" -> new SignatureSends(value.oneOf("receiver", List.of("asked", "always")));
            case "signature.demands" -> new SignatureDemands(value.oneOf("sender", List.of("everybody", "signers")));
            case "signature.key" -> new SignatureKey(value.oneOf("kind of key", List.of("ed25519", "p256", "rsa")));
            case "signature.forms" -> new SignatureForms(forms(value));
            default -> throw name.wrong("a quirk type without a reader");
        };
    }

    private static Opening opening(YamlView value) {
        var members = value.only("an opening", List.of("names", "addresses", "plain-http"));
        return Opening.of(
                value.need(members, "names", "for example \"*.intern.example.org\"")
                        .text("a name or *.name"),
                value.need(members, "addresses", "for example 10.0.0.0/8").text("a range of addresses"),
                Optional.ofNullable(members.get("plain-http"))
                        .map(v -> v.oneOf("answer", List.of("true", "false")).equals("true"))
                        .orElse(false));
    }

    private static List<String> dialects() {
        return Dialects.all().stream().map(Dialect::name).toList();
    }

    private static List<SignatureForm> forms(YamlView value) {
        var words =
                Arrays.stream(SignatureForm.values()).map(SignatureForm::word).toList();
        return words(value, "form of signature", words).stream()
                .map(word -> SignatureForm.values()[words.indexOf(word)])
                .toList();
    }

    private static int redirects(YamlView value) {
        var number = value.integer("a number of redirects from 0 to 10");
        if (number < 0 || number > 10) throw value.wrong("'" + number + "' is not a number of redirects from 0 to 10");
        return number;
    }

    private static List<String> paths(YamlView value) {
        var paths = value.texts("a list of paths");
        for (var path : paths)
            if (!path.startsWith("/")) throw value.wrong("path '" + path + "' does not start with a slash");
        return paths;
    }

    private static List<String> words(YamlView value, String what, List<String> known) {
        var words = new ArrayList<String>();
        for (var item : value.items("a list of " + what + "s")) words.add(item.oneOf(what, known));
        return words;
    }

    private static Map<String, Answer> answers(YamlView value) {
        var names = new ArrayList<>(CheckNames.SHARE);
        names.add(CheckNames.ACCEPTED);
        var answers = new LinkedHashMap<String, Answer>();
        value.only("share.receive.answers", names).forEach((name, answer) -> answers.put(name, answer(answer)));
        return answers;
    }

    private static Answer answer(YamlView value) {
        var members = value.only("an answer", List.of("status", "type", "body", "headers", "closes"));
        var closes = Optional.ofNullable(members.get("closes"))
                .map(v -> v.oneOf("moment of closing", List.of("before-effect", "after-effect")))
                .map(w -> w.equals("before-effect") ? Closes.BEFORE_EFFECT : Closes.AFTER_EFFECT)
                .orElse(Closes.NEVER);
        return new Answer(
                Optional.ofNullable(members.get("status")).map(QuirkReader::status),
                Optional.ofNullable(members.get("type")).map(v -> v.text("a content type")),
                Optional.ofNullable(members.get("body")).map(v -> v.text("the body as text")),
                Optional.ofNullable(members.get("headers"))
                        .map(v -> texts(v, "a map of headers"))
                        .orElse(new LinkedHashMap<>()),
                closes);
    }

    private static int status(YamlView value) {
        var status = value.integer("a status from 200 to 599");
        if (status < 200 || status > 599) throw value.wrong("'" + status + "' is not a status from 200 to 599");
        return status;
    }

    private static Map<String, String> texts(YamlView value, String right) {
        var texts = new LinkedHashMap<String, String>();
        value.members(right).forEach((name, text) -> texts.put(name, text.text("text")));
        return texts;
    }
}
