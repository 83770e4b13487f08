package org.meshbed.nodes.vendor.quirk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meshbed.nodes.protocol.Json;

/**
 * Text or JSON with places for facts: <code>${message.name}</code>, and behind bars what is made of it,
 * <code>${user.address|base64url}</code>; <code>${message.code:-undefined}</code> says what stands where there is no fact. A
 * text of nothing but one place keeps the kind of the fact (a number stays a
 * number); a member of an object whose place has no fact is left out.
 */
public final class Template {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}|]+)((?:\\|[^}|]+)*)\\}");

    private Template() {}

    /** What can be made of a fact before it is put in its place. */
    public enum Filter {
        /** Base64 with padding. */
        BASE64,
        /** Base64url with padding. */
        BASE64URL,
        /** Base64url without padding. */
        BASE64URL_BARE,
        UNBASE64,
        /** Base32 with padding. */
        BASE32,
        /** With {@code +0000} at the end of a time instead of {@code GMT}. */
        OFFSET,
        /** What stands before the first colon of an address, or nothing. */
        SCHEME,
        /** An address whose identifier ends with its own host, with or without a scheme, however often: without that. */
        BARE,
        LOWER,
        UPPER,
        /** The last word of a name. */
        FAMILY,
        /** What stands before the last word of a name, or nothing. */
        GIVEN,
        /** The first letter in upper case. */
        CAPITAL,
        /** Safe inside of HTML. */
        HTML,
        /** As JSON, a text with its quotes. */
        JSON,
        /** In JSON a number. */
        NUMBER,
        /** As one segment of a path: all but letters, digits and {@code -._~} is percent-encoded. */
        PERCENT,
        /** With the signs that were percent-encoded, where it can be read. */
        PERCENT_DECODED,
        /** What stands behind the last at sign, or all where there is none. */
        HOST,
        /** What stands before the last at sign, or all where there is none. */
        USER,
        /** Without a port at its end. */
        PORTLESS,
        /** Without a scheme in front. */
        SCHEMELESS,
        /** With https before the host of an address. */
        WITH_SCHEME,
        /** Of an address whose first part is base64url, with padding, of another address: that one. */
        UNWRAPPED,
        /** A moment of HTTP with its zone as a number. */
        NUMERIC_ZONE,
        /** Without a slash in front. */
        SLASHLESS,
        /** Without {@code https://} in front; another scheme stays. */
        HTTPSLESS,
        /** The other id that goes with a UUID; made again, the first. */
        TWIN,
        /** Its digest, in hexadecimal digits. */
        MD5,
        /** What stands before the last at sign as a UUID of its own. */
        UUID;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static List<String> words() {
            return Arrays.stream(values()).map(Filter::word).toList();
        }

        String apply(String text) {
            return switch (this) {
                case BASE64 -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
                case BASE64URL -> Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
                case BASE64URL_BARE ->
                    Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
                case UNBASE64 -> plain(text);
                case BASE32 -> base32(text.getBytes(StandardCharsets.UTF_8));
                case OFFSET -> text.replaceFirst("GMT$", "+0000");
                case SCHEME -> text.indexOf(':') < 0 ? "" : text.substring(0, text.indexOf(':'));
                case BARE -> bare(text);
                case LOWER -> text.toLowerCase(Locale.ROOT);
                case UPPER -> text.toUpperCase(Locale.ROOT);
                case FAMILY -> text.substring(text.lastIndexOf(' ') + 1);
                case GIVEN -> text.substring(0, Math.max(0, text.lastIndexOf(' ')));
                case CAPITAL ->
                    text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
                case HTML -> text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
                case JSON -> TextNode.valueOf(text).toString();
                case NUMBER -> text;
                case PERCENT ->
                    URLEncoder.encode(text, StandardCharsets.UTF_8)
                            .replace("+", "%20")
                            .replace("*", "%2A")
                            .replace("%7E", "~");
                case PERCENT_DECODED -> decoded(text);
                case HOST -> text.substring(text.lastIndexOf('@') + 1);
                case USER -> text.lastIndexOf('@') < 0 ? text : text.substring(0, text.lastIndexOf('@'));
                case PORTLESS -> text.replaceFirst(":[0-9]+$", "");
                case SCHEMELESS -> text.replaceFirst("(?i)^https?://", "");
                case WITH_SCHEME -> text.replaceFirst("@(?=[^@]*$)", "@https://");
                case UNWRAPPED -> unwrapped(text);
                case NUMERIC_ZONE -> text.replaceFirst(" GMT$", " +0000");
                case SLASHLESS -> text.replaceFirst("^/+", "");
                case HTTPSLESS -> text.replaceFirst("(?i)^https://", "");
                case TWIN -> twin(text);
                case MD5 -> md5(text);
                case UUID -> uuid(text);
            };
        }

        private static String decoded(String text) {
            try {
                return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return text;
            }
        }

        private static String md5(String text) {
            try {
                var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has MD5", e);
            }
        }

        private static String uuid(String text) {
            var end = text.lastIndexOf('@') < 0 ? text.length() : text.lastIndexOf('@');
            var bytes = text.substring(0, end).getBytes(StandardCharsets.UTF_8);
            var named =
                    new StringBuilder(java.util.UUID.nameUUIDFromBytes(bytes).toString());
            named.setCharAt(14, '7'); // products that are imitated so make them of the time
            return named + text.substring(end);
        }

        /** RFC 4648, 6. */
        private static String base32(byte[] bytes) {
            var text = new StringBuilder();
            for (var bit = 0; bit < bytes.length * 8; bit += 5) {
                var value = 0;
                for (var i = bit; i < bit + 5; i++)
                    value = value << 1 | (i < bytes.length * 8 ? bytes[i / 8] >> (7 - i % 8) & 1 : 0);
                text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(value));
            }
            while (text.length() % 8 > 0) text.append('=');
            return text.toString();
        }

        private static String plain(String text) {
            try {
                return new String(Base64.getUrlDecoder().decode(text.replaceAll("=+$", "")), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return text;
            }
        }
    }

    /** An address less its server behind the identifier, as often as it stands there, with a scheme or without. */
    public static String bare(String text) {
        var at = text.lastIndexOf('@');
        if (at < 1) return text;
        var host = text.substring(at + 1).replaceFirst("(?i)^https?://", "").replaceFirst("/+$", "");
        var own = "(?i)@(https?://)?" + Pattern.quote(host) + "/*$";
        var id = text.substring(0, at);
        for (var shorter = id.replaceFirst(own, ""); !shorter.equals(id); shorter = id.replaceFirst(own, ""))
            id = shorter;
        return id + text.substring(at);
    }

    /** Why a text is no template; empty where it is one. */
    public static Optional<String> objection(String template) {
        for (var places = PLACE.matcher(template); places.find(); ) {
            var root = places.group(1).replaceFirst("[.:].*", "");
            if (!Facts.ROOTS.containsKey(root))
                return Optional.of("'" + root + "' is no fact; there is " + String.join(", ", Facts.ROOTS.keySet()));
            for (var filter : filters(places))
                if (!Filter.words().contains(filter))
                    return Optional.of(
                            "'" + filter + "' makes nothing of a fact; there is " + String.join(", ", Filter.words()));
        }
        return Optional.empty();
    }

    /** The id under which lies what is shared, of that of the share; and the reverse. */
    public static String twin(String uuid) {
        if (!uuid.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) return uuid;
        var end = Long.parseLong(uuid.substring(24), 16) ^ 0xFFFFFFFFFFFFL;
        return uuid.substring(0, 24) + String.format(Locale.ROOT, "%012x", end);
    }

    private static List<String> filters(Matcher place) {
        return place.group(2).isEmpty()
                ? List.of()
                : List.of(place.group(2).substring(1).split("\\|"));
    }

    /** Of an address whose first part is base64url, with padding, of another address: that one; else as it is. */
    public static String unwrapped(String address) {
        var at = address.lastIndexOf('@');
        var id = at < 0 ? address : address.substring(0, at);
        if (id.isEmpty() || id.length() % 4 != 0) return address;
        try {
            var inside = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
            return inside.indexOf('@') < 0 ? address : inside;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** The text with all places filled; a place without a fact is empty. */
    public static String text(String template, Facts facts) {
        if (template.indexOf("${") < 0) return template;
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(filled((Matcher) place, facts)));
    }

    private static String filled(Matcher place, Facts facts) {
        return filtered(fact(place, facts).map(Facts::text).orElse(""), filters(place));
    }

    private static Optional<JsonNode> fact(Matcher place, Facts facts) {
        var name = place.group(1);
        var otherwise = name.indexOf(":-");
        if (otherwise < 0) return facts.get(name);
        return facts.get(name.substring(0, otherwise))
                .or(() -> Optional.of(TextNode.valueOf(name.substring(otherwise + 2))));
    }

    private static String filtered(String text, List<String> filters) {
        var made = text;
        for (var filter : filters) made = Filter.values()[Filter.words().indexOf(filter)].apply(made);
        return made;
    }

    /** The tree with all places filled; empty where the whole of it is a place without a fact. */
    public static Optional<JsonNode> tree(JsonNode template, Facts facts) {
        return switch (template) {
            case ObjectNode object -> Optional.of(object(object, facts));
            case ArrayNode array -> Optional.of(array(array, facts));
            case TextNode text -> value(text.textValue(), facts);
            default -> Optional.of(template);
        };
    }

    private static JsonNode object(ObjectNode template, Facts facts) {
        var object = Json.object();
        for (var member : template.properties())
            tree(member.getValue(), facts).ifPresent(value -> object.set(text(member.getKey(), facts), value));
        return object;
    }

    private static JsonNode array(ArrayNode template, Facts facts) {
        var array = Json.object().arrayNode();
        for (var item : template) tree(item, facts).ifPresent(array::add);
        return array;
    }

    private static Optional<JsonNode> value(String template, Facts facts) {
        var place = PLACE.matcher(template);
        if (!place.matches()) return Optional.of(TextNode.valueOf(text(template, facts)));
        var fact = fact(place, facts);
        var filters = filters(place);
        return filters.isEmpty() ? fact : fact.map(f -> made(filtered(Facts.text(f), filters), filters));
    }

    private static JsonNode made(String text, List<String> filters) {
        return filters.getLast().equals(Filter.NUMBER.word()) && text.matches("-?[0-9]{1,18}")
                ? LongNode.valueOf(Long.parseLong(text))
                : TextNode.valueOf(text);
    }
}
