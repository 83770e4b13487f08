package org.meshbed.nodes.jetty;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** An authority as two PEM files in a folder: {@code ca.pem} for everybody, {@code ca-key.pem} for its owner alone. */
record KeptAuthority(KeyPair keys, X509Certificate certificate) {
    private static final String CERTIFICATE = "ca.pem";
    private static final String KEY = "ca-key.pem";

    /** Empty where the folder holds none; throws where what it holds is none. */
    static Optional<KeptAuthority> read(Path folder) {
        if (!Files.exists(folder.resolve(KEY)) || !Files.exists(folder.resolve(CERTIFICATE))) return Optional.empty();
        try (var key = new PEMParser(Files.newBufferedReader(folder.resolve(KEY)));
                var certificate = Files.newInputStream(folder.resolve(CERTIFICATE))) {
            if (!(key.readObject() instanceof PEMKeyPair pair))
                throw new IllegalArgumentException(folder.resolve(KEY) + " is not an EC key in PEM");
            var known = CertificateFactory.getInstance("X.509").generateCertificate(certificate);
            return Optional.of(new KeptAuthority(new JcaPEMKeyConverter().getKeyPair(pair), (X509Certificate) known));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(folder.resolve(CERTIFICATE) + " is not a certificate in PEM", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the authority in " + folder + " cannot be read", e);
        }
    }

    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            var key = folder.resolve(KEY);
            Files.deleteIfExists(key);
            // with its permissions from the first moment on
            Files.createFile(key, forOwnerOnly());
            Files.writeString(key, pem(keys));
            Files.writeString(folder.resolve(CERTIFICATE), pem(certificate));
        } catch (IOException e) {
            throw new UncheckedIOException("the authority cannot be kept in " + folder, e);
        }
    }

    private static String pem(Object object) throws IOException {
        var text = new StringWriter();
        try (var pem = new JcaPEMWriter(text)) {
            pem.writeObject(object);
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
