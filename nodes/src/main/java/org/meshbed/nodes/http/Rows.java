package org.meshbed.nodes.http;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.vendor.Received;
import org.meshbed.nodes.vendor.quirk.Answer;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Route;

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

    private static Facts facts(Call call) {
        return Received.of(call.request()).facts(call.node().manner());
    }
}
