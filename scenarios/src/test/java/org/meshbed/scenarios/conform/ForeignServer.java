package org.meshbed.scenarios.conform;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Origin;

/** One of the servers of {@code foreign.py}, in a process of its own, under a certificate of its own. */
final class ForeignServer implements AutoCloseable {
    private final Process process;
    private final Path certificate;
    private final int port;

    private ForeignServer(Process process, Path certificate, int port) {
        this.process = process;
        this.certificate = certificate;
        this.port = port;
    }

    static ForeignServer start(String kind, Path folder) throws IOException, GeneralSecurityException {
        var certificate = folder.resolve("cert.pem");
        var key = folder.resolve("key.pem");
        mint(certificate, key);
        var script = Path.of("src/test/python/foreign.py").toAbsolutePath();
        var process = python(script.toString(), kind, certificate.toString(), key.toString());
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new ForeignServer(process, certificate, Integer.parseInt(out.readLine()));
    }

    private static Process python(String script, String kind, String certificate, String key) {
        try {
            return new ProcessBuilder("python3", script, kind, certificate, key)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "python3 is missing: the servers that share no code with ours cannot be started");
            throw new IllegalStateException(e);
        }
    }

    Origin origin() {
        return Endpoint.parse("https://localhost:" + port).origin();
    }

    Path certificate() {
        return certificate;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static void mint(Path certificate, Path key) throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var name = new X500Name("CN=localhost");
        var from = new Date(1_700_000_000_000L);
        var until = new Date(4_000_000_000_000L);
        var builder = new JcaX509v3CertificateBuilder(
                name, BigInteger.valueOf(pair.hashCode()), from, until, name, pair.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, "localhost")));
        try {
            write(certificate, builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
        var encoded = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
    }

    private static void write(Path file, Object what) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(what);
        }
        Files.writeString(file, text.toString());
    }
}
