package org.meshbed.nodes.signature;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.meshbed.nodes.dialect.SignatureForm;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.signature.StructuredField.Bytes;
import org.meshbed.nodes.signature.StructuredField.Inner;
import org.meshbed.nodes.signature.StructuredField.Member;
import org.meshbed.nodes.signature.StructuredField.Text;
import org.meshbed.nodes.signature.StructuredField.Whole;

/**
 * One signature of RFC 9421 on a request.
 *
 * @param input what it covers, with its parameters: the last line of its base
 */
record MessageSignature(String label, Member input, byte[] signature) {
    static final String INPUT = "Signature-Input";
    static final String SIGNATURE = "Signature";
    static final String OCM = "ocm";
    private static final List<String> LEAST = List.of("@method", "@target-uri", "content-digest");

    /** What a signature of that form covers at least, and covers when it is made here, in this order. */
    static List<String> covers(SignatureForm form) {
        var covers = new ArrayList<>(LEAST);
        if (form != SignatureForm.UNNAMED) covers.add("content-length");
        if (form == SignatureForm.LABELLED || form == SignatureForm.DUAL) covers.add("date");
        return covers;
    }

    /** Signs a request in one of the forms of RFC 9421. */
    static Made sign(Endpoint to, WireRequest request, SignatureForm form, SigningKey key, Instant now) {
        var body = request.body() instanceof Body.Bytes(var bytes) ? bytes : new byte[0];
        var covers = covers(form);
        var headers = request.headers().without("Content-Length").and("Content-Length", String.valueOf(body.length));
        if (covers.contains("date")) headers = headers.without("Date").and("Date", HttpTime.of(now));
        headers = headers.and("Content-Digest", Digests.contentDigest(body));
        var input = input(covers, form, key, now);
        var base = base(to.toString(), request.method(), headers, input);
        var label = form == SignatureForm.UNNAMED ? "sig1" : OCM;
        headers = headers.and(INPUT, label + "=" + input.written())
                .and(SIGNATURE, label + "=" + new Bytes(key.sign(base)).written());
        return new Made(request.withHeaders(headers), base);
    }

    private static Member input(List<String> covers, SignatureForm form, SigningKey key, Instant now) {
        var parameters = new LinkedHashMap<String, StructuredField>();
        parameters.put("created", new Whole(now.getEpochSecond()));
        parameters.put("keyid", new Text(key.kid()));
        key.algorithm().http().ifPresent(alg -> parameters.put("alg", new Text(alg)));
        if (form == SignatureForm.TAGGED || form == SignatureForm.DUAL) parameters.put("tag", new Text(OCM));
        var items = covers.stream().map(c -> Member.of(new Text(c))).toList();
        return new Member(new Inner(items), parameters);
    }

    /** The base of a request for what {@link #sign} covers, all of which is there. */
    private static String base(String uri, String method, Headers headers, Member input) {
        try {
            return SignatureBase.of(uri, method, headers, input);
        } catch (Malformed e) {
            throw new IllegalStateException("a request was not made ready to be signed: " + e.getMessage(), e);
        }
    }

    static boolean any(Headers headers) {
        return headers.first(INPUT).isPresent();
    }

    /** All signatures of a request, in order. */
    static List<MessageSignature> all(Headers headers) throws Malformed {
        var inputs = FieldReader.dictionary(INPUT, headers.all(INPUT));
        var signatures = FieldReader.dictionary(SIGNATURE, headers.all(SIGNATURE));
        var all = new ArrayList<MessageSignature>();
        for (var entry : inputs.entrySet()) all.add(one(entry.getKey(), entry.getValue(), signatures));
        return all;
    }

    private static MessageSignature one(String label, Member input, Map<String, Member> signatures) throws Malformed {
        var member = Optional.ofNullable(signatures.get(label)).map(Member::value);
        if (!(input.value() instanceof Inner)) throw new Malformed(INPUT + " covers no list of components");
        if (!(member.orElse(null) instanceof Bytes(var bytes)))
            throw new Malformed("there is no Signature for the Signature-Input labelled " + label);
        return new MessageSignature(label, input, bytes);
    }

    boolean tagged() {
        return input.text("tag").filter(OCM::equals).isPresent();
    }

    /** Whether it has a tag, whichever. */
    boolean marked() {
        return input.parameters().containsKey("tag");
    }

    Optional<String> keyid() {
        return input.text("keyid");
    }

    Optional<Instant> created() {
        return input.whole("created").map(Instant::ofEpochSecond);
    }

    /** The {@code alg} parameter as written; empty where there is none. */
    Optional<String> alg() {
        return Optional.ofNullable(input.parameters().get("alg"))
                .map(alg -> alg instanceof Text(var text) ? text : alg.written());
    }

    /** Refuses what does not cover enough for a verifier of that form. */
    void checkCoverage(SignatureForm form) throws Malformed {
        var covered = covered();
        if (new LinkedHashSet<>(covered).size() < covered.size())
            throw new Malformed("the signature covers a component twice");
        var missing = covers(form).stream().filter(c -> !covered.contains(c)).collect(Collectors.joining(", "));
        if (!missing.isEmpty()) throw new Malformed("the signature does not cover " + missing);
    }

    private List<String> covered() throws Malformed {
        var covered = new ArrayList<String>();
        for (var item : ((Inner) input.value()).items()) covered.add(SignatureBase.name(item));
        return covered;
    }

    /** What was signed, if this server is the one it was signed for. */
    byte[] base(Arrived request) throws Malformed {
        return SignatureBase.of(request.at() + request.target(), request.method(), request.headers(), input)
                .getBytes(StandardCharsets.UTF_8);
    }
}
