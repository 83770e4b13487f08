package org.meshbed.simulator.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meshbed.nodes.protocol.Headers;

/**
 * One member of {@code Signature-Input} (RFC 9421), as far as rules look at it; no cryptography.
 *
 * @param covered the names of the components, without their quotes
 * @param parameters as they are written, quotes taken off
 * @param written the list of components and the parameters, to the letter
 */
record Signature(String label, List<String> covered, Map<String, String> parameters, String written) {
    private static final String PARAMETER = ";\\s*([a-z][a-z0-9_.*-]*)=(\"(?:[^\"\\\\]|\\\\.)*\"|[^;,\\s]+)";
    private static final Pattern MEMBER = Pattern.compile("([a-z*][a-z0-9_.*-]*)=\\(([^)]*)\\)((?:"
            + PARAMETER.replace("(", "(?:").replace("(?:?:", "(?:") + ")*)");
    private static final Pattern ONE_PARAMETER = Pattern.compile(PARAMETER);
    private static final Pattern COMPONENT = Pattern.compile("\"([^\"]*)\"");

    /** All of a message, in order; lines of one name are one list. */
    static List<Signature> of(Headers headers) {
        var lines = headers.all("Signature-Input");
        if (lines.isEmpty()) return List.of();
        var found = new ArrayList<Signature>();
        var members = MEMBER.matcher(String.join(", ", lines));
        while (members.find())
            found.add(new Signature(
                    members.group(1),
                    covered(members.group(2)),
                    parameters(members.group(3)),
                    "(" + members.group(2) + ")" + members.group(3)));
        return found;
    }

    private static List<String> covered(String text) {
        return COMPONENT.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static Map<String, String> parameters(String text) {
        var parameters = new LinkedHashMap<String, String>();
        var each = ONE_PARAMETER.matcher(text);
        while (each.find()) parameters.put(each.group(1), each.group(2).replaceAll("^\"|\"$", ""));
        return parameters;
    }

    boolean tagged() {
        return "ocm".equals(parameters.get("tag"));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** When it was made, in seconds since 1970; empty where that is not told as a number. */
    Optional<Long> created() {
        return parameter("created").filter(text -> text.matches("[0-9]{1,15}")).map(Long::parseLong);
    }
}
