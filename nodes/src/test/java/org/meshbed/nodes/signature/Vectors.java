package org.meshbed.nodes.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.Headers;

/** Signed requests whose bytes and keys are known, computed apart from this code. */
final class Vectors {
    static final ServerHost NODE_A = ServerHost.parse("node-a.example.org");
    static final ServerHost NODE_B = ServerHost.parse("node-b.example.org");
    static final SigningKey KEY_A =
            key(NODE_A, "kafflnG5LQXCK9803SxEhnZZQaHI6W8pcHowVMYy97o", "PMmwx5_5FnNVUNHYdWfu0eSNRrJN_utGUUC7GDhM0No");
    static final SigningKey KEY_B =
            key(NODE_B, "k7nkPLtY2EP23TeD14kLtz781e8JBAbBK0zdRwjnNEU", "fGUgLv-8jtwrfrSQwQh4w07JI3u_BIe4iTrzSRK9y6U");
    static final byte[] SHARE = bytes(
            "{\"shareWith\":\"bob@node-b.example.org\",\"name\":\"report.odt\",\"providerId\":\"s-0001\","
                    + "\"owner\":\"alice@node-a.example.org\",\"sender\":\"alice@node-a.example.org\",\"shareType\":\"user\","
                    + "\"resourceType\":\"file\",\"protocol\":{\"name\":\"multi\",\"webdav\":{\"uri\":\"s-0001\","
                    + "\"sharedSecret\":\"c2VjcmV0LTAwMDE\",\"permissions\":[\"read\"],\"requirements\":[\"must-exchange-token\"]}}}");
    static final byte[] TOKEN =
            bytes("grant_type=authorization_code&client_id=node-b.example.org&code=c2VjcmV0LTAwMDE");
    private static final String DIGEST = "sha-256=:oGuF0M107CXJxASHO9CFDPAMd5vZ0bCTgQos534K/HE=:";
    private static final String FOUR = "(\"@method\" \"@target-uri\" \"content-digest\" \"content-length\")";

    /** The form of 1.5. */
    static final Arrived TAGGED = share(Headers.of(
            "Signature-Input",
            "sig1=" + FOUR + ";created=1790000000;keyid=\"node-a.example.org#k1\";alg=\"ed25519\";tag=\"ocm\"",
            "Signature",
            "sig1=:QSI3wZ8h+vNAaTIWMYx57itsATzVjGzbq8DiQcu3RTDY1e9Z+IzkW7+xUd4nflIEwC9oV//gT8T2lXNnFIc1Aw==:"));

    /** What verifiers of 1.4 and of 1.5 both take. */
    static final Arrived DUAL = share(Headers.of(
            "Date",
            "Mon, 21 Sep 2026 14:13:20 GMT",
            "Signature-Input",
            "ocm=(\"@method\" \"@target-uri\" \"content-digest\" \"content-length\" \"date\");created=1790000000;"
                    + "keyid=\"node-a.example.org#k1\";alg=\"ed25519\";tag=\"ocm\"",
            "Signature",
            "ocm=:Va0tSv3r8LD6r/NnPxKFScPtDvanK8GAG5DMdoG7mp+GfZo7Crv7tF3WSjnlKw/o6tR3ZTB1uyUi5G0yIU/4AA==:"));

    static final Arrived TOKEN_REQUEST = new Arrived(
            Origin.https(NODE_A),
            "POST",
            "/ocm/token",
            Headers.of(
                    "Host",
                    "node-a.example.org",
                    "Content-Type",
                    "application/x-www-form-urlencoded",
                    "Content-Length",
                    "79",
                    "Content-Digest",
                    "sha-256=:STHBciCRDwk8TV4p6Bl/vodyxrJrdPxLlxw5KxpWfdM=:",
                    "Signature-Input",
                    "s=" + FOUR + ";created=1790000060;keyid=\"node-b.example.org#k1\";tag=\"ocm\"",
                    "Signature",
                    "s=:B37waqzr2M4DgXdIIbt4BswtqSS3Tvv9Lx4AQDhyaq4NcCjAyUMXfn8VkyRsTdFU0dXfx+ECIvlH2W0/0TfABw==:"),
            TOKEN);

    private Vectors() {}

    private static Arrived share(Headers signature) {
        var headers = Headers.of(
                "Host",
                "node-b.example.org",
                "Content-Type",
                "application/json",
                "Content-Length",
                "341",
                "Content-Digest",
                DIGEST);
        for (var line : signature.lines()) headers = headers.and(line.name(), line.value());
        return new Arrived(Origin.https(NODE_B), "POST", "/ocm/shares", headers, SHARE);
    }

    private static SigningKey key(ServerHost host, String d, String x) {
        try {
            var factory = KeyFactory.getInstance("Ed25519");
            var decoder = Base64.getUrlDecoder();
            var spki = HexFormat.of().formatHex(decoder.decode(x));
            return new SigningKey(
                    host,
                    1,
                    SigningKey.Kind.ED25519,
                    factory.generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, decoder.decode(d))),
                    factory.generatePublic(
                            new X509EncodedKeySpec(HexFormat.of().parseHex("302a300506032b6570032100" + spki))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
