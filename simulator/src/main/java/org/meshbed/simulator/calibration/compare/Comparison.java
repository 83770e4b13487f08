package org.meshbed.simulator.calibration.compare;

import java.util.List;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.calibration.trace.RecordedRequest;
import org.meshbed.simulator.calibration.trace.RecordedResponse;

/** Compares messages of a simulated node with recorded ones; what it learned of made-up values stays for the next. */
public final class Comparison {
    private final Texts texts;
    private final List<String> leftOutOfRequests;
    private final List<String> leftOutOfResponses;

    /** The lists: names of headers, in lower case, that the recorder did not write down. */
    public Comparison(Bonds bonds, List<String> leftOutOfRequests, List<String> leftOutOfResponses) {
        this.texts = new Texts(bonds);
        this.leftOutOfRequests = List.copyOf(leftOutOfRequests);
        this.leftOutOfResponses = List.copyOf(leftOutOfResponses);
    }

    public Bonds bonds() {
        return texts.bonds();
    }

    /** What differs between a request of the real server and one of the node. */
    public List<Difference> requests(RecordedRequest real, WireRequest own) {
        var findings = new Findings(texts);
        if (!real.method().equals(own.method())) findings.add("method", real.method(), own.method());
        findings.text("path", Role.MADE_UP, real.path(), own.path());
        if (!real.query().equals(own.query())) new FormBodies(findings).compare("query", real.query(), own.query());
        new HeaderLines(findings, leftOutOfRequests).compare(HeaderLines.OF_REQUESTS, real.headers(), own.headers());
        new Bodies(findings).compare(real.body(), bytes(own.body()), real.headers());
        return findings.all();
    }

    /** What differs between an answer of the real server and one of the node, whose body was read to its end. */
    public List<Difference> responses(RecordedResponse real, WireReply own) {
        var findings = new Findings(texts);
        if (real.status() != own.status())
            findings.add(Difference.STATUS, Integer.toString(real.status()), Integer.toString(own.status()));
        new HeaderLines(findings, leftOutOfResponses).compare(HeaderLines.OF_RESPONSES, real.headers(), own.headers());
        new Bodies(findings).compare(real.body(), own.bytes(), real.headers());
        return findings.all();
    }

    /** Whether a call of the node may be this recorded one: the method, and the path once known values are put in. */
    public boolean maybe(RecordedRequest real, WireRequest own) {
        return real.method().equals(own.method())
                && texts.bonds().path(real.path()).equals(own.path());
    }

    /** Whether they show the same credentials, too: of calls to one place those are paired first. */
    public boolean sameCredentials(RecordedRequest real, WireRequest own) {
        return real.headers()
                .first("Authorization")
                .map(texts.bonds()::toSimulated)
                .equals(own.headers().first("Authorization"));
    }

    private static byte[] bytes(Body body) {
        return body instanceof Body.Bytes(var bytes) ? bytes : new byte[0];
    }
}
