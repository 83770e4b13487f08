package org.meshbed.nodes.crypto;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** TLS for both ends. Certificates are always validated by the JDK (PKIX). */
public final class Tls {
    private Tls() {}

    /** A server that shows the certificates of these keys. */
    public static SSLContext server(X509ExtendedKeyManager keys, SecureRandom random) {
        try {
            var context = context();
            context.init(new KeyManager[] {keys}, null, random);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client that trusts the given authorities and nobody else. */
    public static SSLContext client(List<X509Certificate> authorities) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var i = 0; i < authorities.size(); i++)
                store.setCertificateEntry("authority-" + i, authorities.get(i));
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            var context = context();
            context.init(null, new TrustManager[] {understanding(trust.getTrustManagers()[0])}, null);
            return context;
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An engine of one of these contexts, as those who drive engines expect it to behave. */
    public static SSLEngine loyal(SSLEngine engine) {
        return NativeCrypto.provider().isPresent() ? new LoyalEngine(engine) : engine;
    }

    private static SSLContext context() throws GeneralSecurityException {
        var provider = NativeCrypto.provider();
        return provider.isPresent() ? SSLContext.getInstance("TLS", provider.get()) : SSLContext.getInstance("TLS");
    }

    private static TrustManager understanding(TrustManager jdk) {
        return NativeCrypto.provider().isPresent() && jdk instanceof X509ExtendedTrustManager pkix
                ? new Understanding(pkix)
                : jdk;
    }

    /** TLS 1.3 has no kinds of authentication: Conscrypt says {@code GENERIC} for them, the JDK {@code UNKNOWN}. */
    private static final class Understanding extends X509ExtendedTrustManager {
        private final X509ExtendedTrustManager jdk;

        Understanding(X509ExtendedTrustManager jdk) {
            this.jdk = jdk;
        }

        private static String word(String kind) {
            return kind.equals("GENERIC") ? "UNKNOWN" : kind;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
                throws CertificateException {
            jdk.checkServerTrusted(chain, word(kind), engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
                throws CertificateException {
            jdk.checkServerTrusted(chain, word(kind), socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            jdk.checkServerTrusted(chain, word(kind));
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
                throws CertificateException {
            jdk.checkClientTrusted(chain, word(kind), engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
                throws CertificateException {
            jdk.checkClientTrusted(chain, word(kind), socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            jdk.checkClientTrusted(chain, word(kind));
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return jdk.getAcceptedIssuers();
        }
    }
}
