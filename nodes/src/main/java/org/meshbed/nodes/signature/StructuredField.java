package org.meshbed.nodes.signature;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** The values of structured fields (RFC 9651) that signatures are made of, and their one serialization. */
sealed interface StructuredField {
    record Text(String text) implements StructuredField {}

    record Whole(long number) implements StructuredField {}

    record Bytes(byte[] bytes) implements StructuredField {}

    record Truth(boolean value) implements StructuredField {}

    /** A token, or a decimal, kept as written: no signature is made of either. */
    record Word(String written) implements StructuredField {}

    record Inner(List<Member> items) implements StructuredField {}

    /** A value with its parameters, in order. */
    record Member(StructuredField value, Map<String, StructuredField> parameters) {
        static Member of(StructuredField value) {
            return new Member(value, new LinkedHashMap<>());
        }

        Optional<String> text(String parameter) {
            return parameters.get(parameter) instanceof Text(var text) ? Optional.of(text) : Optional.empty();
        }

        Optional<Long> whole(String parameter) {
            return parameters.get(parameter) instanceof Whole(var number) ? Optional.of(number) : Optional.empty();
        }

        String written() {
            var written = new StringBuilder(value.written());
            parameters.forEach((name, parameter) -> {
                written.append(';').append(name);
                if (!(parameter instanceof Truth(var yes)) || !yes)
                    written.append('=').append(parameter.written());
            });
            return written.toString();
        }
    }

    /** As RFC 9651, 4.1, serializes it. */
    default String written() {
        return switch (this) {
            case Text(var text) -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            case Whole(var number) -> Long.toString(number);
            case Bytes(var bytes) -> ":" + Base64.getEncoder().encodeToString(bytes) + ":";
            case Truth(var yes) -> yes ? "?1" : "?0";
            case Word(var written) -> written;
            case Inner(var items) -> {
                var joined = new StringJoiner(" ", "(", ")");
                items.forEach(item -> joined.add(item.written()));
                yield joined.toString();
            }
        };
    }
}
