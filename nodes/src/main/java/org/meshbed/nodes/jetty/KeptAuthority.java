package org.meshbed.nodes.jetty;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** An authority as two PEM files in a folder: {@code ca.pem} for everybody, {@code ca-key.pem} for its owner alone. */
record KeptAuthority(KeyPair keys, X509Certificate certificate) {
    private static final String CERTIFICATE = "ca.pem";
    private static final String KEY = "ca-key.pem";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /** Empty where the folder holds none; throws {@link IllegalArgumentException} where what it holds is none. */
    static Optional<KeptAuthority> read(Path folder) {
        if (!Files.exists(folder.resolve(KEY)) || !Files.exists(folder.resolve(CERTIFICATE))) return Optional.empty();
        try (var certificate = Files.newInputStream(folder.resolve(CERTIFICATE))) {
            var known =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(certificate);
            return Optional.of(new KeptAuthority(new KeyPair(known.getPublicKey(), key(folder.resolve(KEY))), known));
        } catch (CertificateException e) {
            throw new IllegalArgumentException(folder.resolve(CERTIFICATE) + " is not a certificate in PEM", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the authority in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static PrivateKey key(Path file) throws IOException {
        var text = Files.readString(file).replace(BEGIN, "").replace(END, "");
        try {
            var bytes = Base64.getMimeDecoder().decode(text);
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " is not an EC key in PEM (PKCS #8)", e);
        }
    }

    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            var key = folder.resolve(KEY);
            Files.deleteIfExists(key);
            // with its permissions from the first moment on
            Files.createFile(key, forOwnerOnly());
            Files.writeString(key, pem(keys.getPrivate()));
            Files.writeString(folder.resolve(CERTIFICATE), pem(certificate));
        } catch (IOException e) {
            throw new IllegalArgumentException("the authority cannot be kept in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** PKCS #8, as the JDK reads it again. */
    private static String pem(PrivateKey key) {
        return BEGIN + "\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()) + "\n" + END
                + "\n";
    }

    private static String pem(X509Certificate certificate) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(certificate);
        }
        return text.toString();
    }

    private static FileAttribute<?>[] forOwnerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
