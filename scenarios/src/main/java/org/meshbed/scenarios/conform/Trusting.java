package org.meshbed.scenarios.conform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.simulator.world.loopback.LoopbackWorld;

/** Whose certificates are taken: those of this run's authority, of the machine's, and of a file. */
public record Trusting(List<X509Certificate> certificates) {
    public Trusting {
        certificates = List.copyOf(certificates);
    }

    /** @param file PEM, one certificate or several */
    public static Trusting machineAnd(Optional<Path> file) {
        var all = new ArrayList<>(pem(LoopbackWorld.caPem().getBytes(StandardCharsets.US_ASCII)));
        all.addAll(machine());
        file.ifPresent(path -> all.addAll(read(path)));
        return new Trusting(all);
    }

    private static List<X509Certificate> read(Path file) {
        try {
            var read = pem(Files.readAllBytes(file));
            if (!read.isEmpty()) return read;
        } catch (IOException e) {
            throw new BadInput("--cacert '" + file + "' cannot be read; it is to be a file with certificates in PEM");
        }
        throw new BadInput("--cacert '" + file + "' holds no certificate; it is to be a file with certificates in PEM");
    }

    private static List<X509Certificate> pem(byte[] bytes) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (GeneralSecurityException e) {
            return List.of();
        }
    }

    private static List<X509Certificate> machine() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(MACHINE);
            return Stream.of(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers()))
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the authorities of this machine cannot be read", e);
        }
    }

    private static final @Nullable KeyStore MACHINE = null;
}
