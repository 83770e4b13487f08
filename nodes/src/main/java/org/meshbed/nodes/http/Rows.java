package org.meshbed.nodes.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.vendor.Received;
import org.meshbed.nodes.vendor.quirk.Answer;
import org.meshbed.nodes.vendor.quirk.ApiQuirk.HttpAdds;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Route;
import org.meshbed.nodes.vendor.quirk.Template;

/** The rows of a vendor's tables of paths, for one request. */
final class Rows {
    private Rows() {}

    static Optional<Route> fitting(List<Route> rows, Call call) {
        var request = call.request();
        var facts = facts(call);
        return rows.stream()
                .filter(row -> row.fits(request.method(), request.path(), facts))
                .findFirst();
    }

    static WireAnswer answer(Answer answer, Call call) {
        call.node()
                .ports()
                .witness()
                .decided("request", "answered by a row", call.request().path());
        return answer.onTheWire(WireReply.empty(200), facts(call));
    }

    /** The answer with the lines that the vendor gives to all answers of its kind. */
    static WireAnswer dressed(WireAnswer answer, Call call) {
        if (!(answer instanceof WireReply reply)) return answer;
        return call.node()
                .manner()
                .bent(HttpAdds.class)
                .<WireAnswer>map(adds -> dressed(reply, adds, call))
                .orElse(reply);
    }

    private static WireReply dressed(WireReply reply, HttpAdds adds, Call call) {
        var said = new LinkedHashMap<String, String>();
        said.put("status", Integer.toString(reply.status()));
        said.put("type", reply.headers().first("Content-Type").orElse(""));
        var facts = facts(call).and("reply", said);
        var headers = reply.headers();
        var row = adds.rows().stream()
                .filter(r -> r.fits(call.request().path(), facts))
                .findFirst();
        if (row.isEmpty()) return reply;
        for (var line : row.get().headers().entrySet())
            if (headers.first(line.getKey()).isEmpty())
                headers = headers.and(line.getKey(), Template.text(line.getValue(), facts));
        return reply.withHeaders(headers);
    }

    private static Facts facts(Call call) {
        return Received.of(call.request()).facts(call.node().manner());
    }
}
