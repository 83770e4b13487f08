package org.meshbed.nodes.jetty;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.meshbed.nodes.crypto.Tls;
import org.meshbed.nodes.port.Time;

/**
 * The certificate authority of one run: P-256, made new, its key not on disk unless a folder is given to keep it in. Certificates of servers are made when
 * they are first asked for and kept; each is for its name, {@code localhost} and {@code 127.0.0.1}. All are valid from
 * a day before the run began, since TLS itself knows no other clock than the real one.
 */
public final class RunAuthority {
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final Duration VALID = Duration.ofDays(825);
    private static final String SIGNATURE = "SHA256withECDSA";
    private final SecureRandom random;
    private final Instant began;
    private final AtomicLong serial = new AtomicLong();
    private final KeyPair keys;
    private final X509Certificate certificate;
    private final Map<String, Identity> identities = new ConcurrentHashMap<>();

    public RunAuthority(SecureRandom random, Time time) {
        this.random = random;
        this.began = time.now();
        this.serial.set(random.nextLong(1L << 32, 1L << 62));
        this.keys = newKeys();
        this.certificate = selfSigned();
    }

    private RunAuthority(SecureRandom random, Time time, KeptAuthority kept) {
        this.random = random;
        this.began = time.now();
        this.serial.set(random.nextLong(1L << 32, 1L << 62));
        this.keys = kept.keys();
        this.certificate = kept.certificate();
    }

    /** The authority kept in a folder; made and put there where there is none. Only its owner can read the key. */
    public static RunAuthority keptIn(Path folder, SecureRandom random, Time time) {
        var kept = KeptAuthority.read(folder);
        if (kept.isPresent()) return new RunAuthority(random, time, kept.get());
        var made = new RunAuthority(random, time);
        new KeptAuthority(made.keys, made.certificate).write(folder);
        return made;
    }

    /** A server's key, and its certificate followed by that of the authority. */
    record Identity(PrivateKey key, List<X509Certificate> chain) {}

    public X509Certificate caCertificate() {
        return certificate;
    }

    /** The authority's certificate as a file for {@code curl --cacert} and the like. */
    public String caPem() {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(certificate);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    Identity identity(String name) {
        return identities.computeIfAbsent(name, this::mint);
    }

    SSLContext serverContext() {
        return Tls.server(new PortKeys(this), random);
    }

    private Identity mint(String name) {
        var pair = newKeys();
        var builder = new JcaX509v3CertificateBuilder(
                certificate, nextSerial(), from(), until(), new X500Name("CN=" + commonName(name)), pair.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            identifiers().createAuthorityKeyIdentifier(certificate))
                    .addExtension(Extension.subjectAlternativeName, false, names(name));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return new Identity(pair.getPrivate(), List.of(sign(builder), certificate));
    }

    private static GeneralNames names(String name) {
        var names = new ArrayList<GeneralName>();
        var address = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        var isAddress = name.startsWith("[") || name.matches("[0-9.]+");
        names.add(new GeneralName(isAddress ? GeneralName.iPAddress : GeneralName.dNSName, address));
        if (!name.equals("localhost")) names.add(new GeneralName(GeneralName.dNSName, "localhost"));
        if (!name.equals("127.0.0.1")) names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
        return new GeneralNames(names.toArray(new GeneralName[0]));
    }

    /** A common name holds 64 characters at most; the full name stands among the alternative names. */
    private static String commonName(String name) {
        return name.length() <= 64 && name.matches("[a-z0-9._-]+") ? name : "node of this run";
    }

    private X509Certificate selfSigned() {
        var name = new X500Name("CN=Meshbed run authority");
        var builder = new JcaX509v3CertificateBuilder(name, nextSerial(), from(), until(), name, keys.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            identifiers().createSubjectKeyIdentifier(keys.getPublic()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return sign(builder);
    }

    private X509Certificate sign(X509v3CertificateBuilder builder) {
        try {
            var signer = new JcaContentSignerBuilder(SIGNATURE)
                    .setSecureRandom(random)
                    .build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JcaX509ExtensionUtils identifiers() throws GeneralSecurityException {
        return new JcaX509ExtensionUtils();
    }

    private KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private BigInteger nextSerial() {
        return BigInteger.valueOf(serial.incrementAndGet());
    }

    private Date from() {
        return Date.from(began.minus(BEFORE));
    }

    private Date until() {
        return Date.from(began.plus(VALID));
    }
}
