package org.meshbed.nodes.signature;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.meshbed.nodes.signature.StructuredField.Bytes;
import org.meshbed.nodes.signature.StructuredField.Inner;
import org.meshbed.nodes.signature.StructuredField.Member;
import org.meshbed.nodes.signature.StructuredField.Text;
import org.meshbed.nodes.signature.StructuredField.Truth;
import org.meshbed.nodes.signature.StructuredField.Whole;
import org.meshbed.nodes.signature.StructuredField.Word;

/**
 * Reads dictionaries of structured fields (RFC 9651, 4.2), strictly and within bounds. Two members of one name, of
 * which the last would count, are refused: whoever sends them wants two readers to see different things.
 */
final class FieldReader {
    private static final int LONGEST = 8 << 10;
    private static final int MOST_MEMBERS = 32;
    private static final Pattern KEY = Pattern.compile("[a-z*][a-z0-9_.*-]*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,3})?");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z*][A-Za-z0-9!#$%&'*+.^_`|~:/-]*");
    private static final Pattern BINARY = Pattern.compile(":([A-Za-z0-9+/=]*):");
    private static final Pattern BOOLEAN = Pattern.compile("\\?([01])");
    private static final Pattern SPACES = Pattern.compile(" *");
    private static final Pattern BLANKS = Pattern.compile("[ \\t]*");

    private final String field;
    private final String text;
    private int at;

    private FieldReader(String field, String text) {
        this.field = field;
        this.text = text;
    }

    /** The dictionary that stands in the lines of a header; {@code field} names it in what is said of mistakes. */
    static Map<String, Member> dictionary(String field, List<String> lines) throws Malformed {
        var joined = String.join(", ", lines).strip();
        if (joined.length() > LONGEST) throw new Malformed(field + " is longer than " + LONGEST + " characters");
        return new FieldReader(field, joined).dictionary();
    }

    private Map<String, Member> dictionary() throws Malformed {
        var members = new LinkedHashMap<String, Member>();
        while (at < text.length()) {
            var key = take(KEY);
            var member = eat('=') ? member() : new Member(new Truth(true), parameters());
            if (members.put(key, member) != null) throw new Malformed(field + " has two members named " + key);
            if (members.size() > MOST_MEMBERS) throw new Malformed(field + " has too many members");
            take(BLANKS);
            if (at == text.length()) break;
            if (!eat(',')) throw wrong();
            take(BLANKS);
            if (at == text.length()) throw wrong();
        }
        return members;
    }

    private Member member() throws Malformed {
        var value = at < text.length() && text.charAt(at) == '(' ? inner() : item();
        return new Member(value, parameters());
    }

    private Inner inner() throws Malformed {
        eat('(');
        var items = new ArrayList<Member>();
        while (true) {
            take(SPACES);
            if (eat(')')) return new Inner(List.copyOf(items));
            if (items.size() == MOST_MEMBERS) throw new Malformed(field + " has too many items");
            items.add(new Member(item(), parameters()));
            if (at == text.length() || text.charAt(at) != ' ' && text.charAt(at) != ')') throw wrong();
        }
    }

    private Map<String, StructuredField> parameters() throws Malformed {
        var parameters = new LinkedHashMap<String, StructuredField>();
        while (eat(';')) {
            take(SPACES);
            var key = take(KEY);
            var value = eat('=') ? item() : new Truth(true);
            if (parameters.put(key, value) != null) throw new Malformed(field + " has the parameter " + key + " twice");
            if (parameters.size() > MOST_MEMBERS) throw new Malformed(field + " has too many parameters");
        }
        return parameters;
    }

    private StructuredField item() throws Malformed {
        if (at == text.length()) throw wrong();
        return switch (text.charAt(at)) {
            case '"' -> string();
            case ':' -> bytes(take(BINARY));
            case '?' -> new Truth(take(BOOLEAN).equals("?1"));
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(take(NUMBER));
            default -> new Word(take(TOKEN));
        };
    }

    /** By hand: a pattern that repeats a choice recurses as deep as the string is long. */
    private Text string() throws Malformed {
        var string = new StringBuilder();
        for (at++; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '"') {
                at++;
                return new Text(string.toString());
            }
            if (c == '\\' && at + 1 < text.length() && "\"\\".indexOf(text.charAt(at + 1)) >= 0)
                string.append(text.charAt(++at));
            else if (c >= ' ' && c <= '~' && c != '\\') string.append(c);
            else throw wrong();
        }
        throw wrong();
    }

    private static StructuredField number(String written) {
        return written.contains(".") ? new Word(written) : new Whole(Long.parseLong(written));
    }

    private Bytes bytes(String written) throws Malformed {
        try {
            return new Bytes(Base64.getDecoder().decode(written.substring(1, written.length() - 1)));
        } catch (IllegalArgumentException e) {
            throw new Malformed(field + " has bytes that are no base64");
        }
    }

    private String take(Pattern pattern) throws Malformed {
        var matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) throw wrong();
        at = matcher.end();
        return matcher.group();
    }

    private boolean eat(char expected) {
        if (at >= text.length() || text.charAt(at) != expected) return false;
        at++;
        return true;
    }

    private Malformed wrong() {
        return new Malformed(field + " is no dictionary of structured fields from its character " + (at + 1) + " on");
    }
}
