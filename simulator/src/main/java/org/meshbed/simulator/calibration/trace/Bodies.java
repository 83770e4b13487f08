package org.meshbed.simulator.calibration.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.meshbed.nodes.protocol.Headers;

/** Reads recorded bodies: text, or base64 in an object, whole or cut with a mark. */
final class Bodies {
    private static final Pattern MARK =
            Pattern.compile("(\\.\\.\\.\\s?[\\[(]cut[^\\])]*[\\])]|\\[\\.\\.\\. cut[^\\]]*\\])\\s*$");
    private static final Pattern LEFT_OUT = Pattern.compile("^\\[[A-Za-z ]+ of [0-9]+ characters left out;");

    private Bodies() {}

    static RecordedBody read(Member message, Headers headers) {
        var body = message.need("body");
        var length = headers.first("Content-Length")
                .filter(text -> text.matches("[0-9]{1,15}"))
                .map(Long::parseLong)
                .orElse(-1L);
        if (body.isObject()) return encoded(message.object("body"), length);
        return text(message.text("body"), length, message.node().get("body_truncated_from"));
    }

    private static RecordedBody encoded(Member body, long length) {
        body.only(List.of("base64", "cut"));
        try {
            var bytes = Base64.getDecoder().decode(body.text("base64"));
            var cut = body.node().has("cut");
            return new RecordedBody(bytes, cut ? Math.max(length, bytes.length) : bytes.length, cut, false);
        } catch (IllegalArgumentException e) {
            throw body.wrong("'base64' of a body is not base64");
        }
    }

    /** The length that the mark says. */
    private static long said(String mark) {
        var number =
                Pattern.compile("([0-9]{1,15}) (bytes|characters)(?! recorded)").matcher(mark);
        return number.find() ? Long.parseLong(number.group(1)) : -1;
    }

    private static RecordedBody text(String text, long length, @org.jspecify.annotations.Nullable JsonNode from) {
        if (LEFT_OUT.matcher(text).find()) return new RecordedBody(new byte[0], length, true, true);
        var mark = MARK.matcher(text);
        var marked = mark.find();
        var bytes = (marked ? text.substring(0, mark.start()) : text).getBytes(StandardCharsets.UTF_8);
        var whole = from != null
                ? from.asLong()
                : marked && length < 0 ? said(mark.group()) : marked ? length : bytes.length;
        return new RecordedBody(bytes, Math.max(whole, bytes.length), marked || from != null, false);
    }
}
