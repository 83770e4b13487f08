package org.meshbed.simulator.calibration.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.simulator.calibration.binding.Argument;
import org.meshbed.simulator.calibration.compare.Credentials;
import org.meshbed.simulator.calibration.trace.Entry;

/** Takes the arguments of deeds out of the line that stands for them, and out of the calls that they made. */
final class Arguments {
    private static final Pattern GROUP = Pattern.compile("\\$\\{([0-9])}");

    private final Cue.Acted acted;
    private final Map<String, String> remembered;

    Arguments(Cue.Acted acted, Map<String, String> remembered) {
        this.acted = acted;
        this.remembered = remembered;
    }

    Optional<String> value(Argument argument) {
        return switch (argument) {
            case Argument.Text(var text) -> Optional.of(expanded(text));
            case Argument.Group(var number) -> group(number);
            case Argument.Decoded(var number) -> group(number).map(Arguments::fromBase64);
            case Argument.Unescaped(var number) -> group(number).map(Arguments::unescaped);
            case Argument.InStep(var pattern) -> found(pattern, acted.entry().step());
            case Argument.Caused(var pointer) -> caused(pointer);
            case Argument.Called(var pattern) -> called(pattern);
            case Argument.Sent(var method) -> sent(method);
            case Argument.InRequest(var pointer) ->
                exchanged().flatMap(e -> at(e.request().body().bytes(), pointer));
            case Argument.InAnswer(var pointer) ->
                exchanged()
                        .flatMap(Entry.Exchanged::response)
                        .flatMap(r -> at(r.body().bytes(), pointer));
            case Argument.Field(var name) -> exchanged().flatMap(e -> field(e, name));
            case Argument.BasicUser() -> exchanged().flatMap(Arguments::basicUser);
            case Argument.Remembered(var key) -> value(key).flatMap(k -> Optional.ofNullable(remembered.get(k)));
            case Argument.Destination(var pattern) ->
                exchanged()
                        .flatMap(e -> e.request().headers().first("Destination"))
                        .flatMap(to -> found(pattern, to))
                        .map(Arguments::unescaped);
            case Argument.Body() -> exchanged().map(e -> e.request().body().text());
            case Argument.FirstOf(var these) ->
                these.stream().flatMap(a -> value(a).stream()).findFirst();
        };
    }

    /** The bytes of an argument: those of the recorded body where it is that, and whole where it was cut. */
    byte[] bytes(Argument argument) {
        if (argument instanceof Argument.Body && acted.entry() instanceof Entry.Exchanged exchanged) {
            var recorded = exchanged.request().body();
            return recorded.cut() ? Stretched.whole(recorded) : recorded.bytes();
        }
        return value(argument).orElse("").getBytes(StandardCharsets.UTF_8);
    }

    private Optional<Entry.Exchanged> exchanged() {
        return acted.entry() instanceof Entry.Exchanged exchanged ? Optional.of(exchanged) : Optional.empty();
    }

    private Optional<String> group(int number) {
        return number <= acted.match().groupCount()
                ? Optional.ofNullable(acted.match().group(number)).map(Arguments::unescaped)
                : Optional.empty();
    }

    private String expanded(String text) {
        return GROUP.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(
                        group(Integer.parseInt(m.group(1))).orElse("")));
    }

    private Optional<String> caused(String pointer) {
        return acted.caused().stream()
                .flatMap(e -> at(e.request().body().bytes(), pointer).stream())
                .findFirst();
    }

    private Optional<String> called(Pattern pattern) {
        return acted.caused().stream()
                .map(e -> e.request().method() + " " + e.request().target())
                .flatMap(target -> found(pattern, target).stream())
                .map(Arguments::unescaped)
                .findFirst();
    }

    private Optional<String> sent(String method) {
        return acted.caused().stream()
                .filter(e -> e.request().method().equals(method))
                .map(e -> e.request().body().text())
                .findFirst();
    }

    private static Optional<String> basicUser(Entry.Exchanged exchanged) {
        return exchanged
                .request()
                .headers()
                .first("Authorization")
                .flatMap(Credentials::basic)
                .map(both -> both.substring(0, Math.max(0, both.indexOf(':'))));
    }

    private static Optional<String> field(Entry.Exchanged exchanged, String name) {
        var request = exchanged.request();
        for (var pair : (request.query() + "&" + request.body().text()).split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals >= 0 && decoded(pair.substring(0, equals)).equals(name))
                return Optional.of(decoded(pair.substring(equals + 1)));
        }
        return Optional.empty();
    }

    private static Optional<String> found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) return Optional.empty();
        return Optional.ofNullable(found.groupCount() == 0 ? found.group() : found.group(1));
    }

    private static Optional<String> at(byte[] body, String pointer) {
        try {
            JsonNode found = Json.read(body).at(pointer);
            if (found.isMissingNode() || found.isNull()) return Optional.empty();
            return Optional.of(found.isValueNode() ? found.asText() : found.toString());
        } catch (Json.NotJson e) {
            return Optional.empty();
        }
    }

    static String fromBase64(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** A part of a path as it is meant; a plus sign means itself there. */
    private static String unescaped(String text) {
        return decoded(text.replace("+", "%2B"));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
