package org.meshbed.nodes.crypto;

import java.security.Provider;
import java.util.Optional;
import org.conscrypt.Conscrypt;

/** The provider whose cryptography is native code; there is none on a machine for which none was built. */
final class NativeCrypto {
    /** Switched off with {@code -Dmeshbed.crypto=jdk}. */
    private static final String SWITCH = "meshbed.crypto";

    private static final Optional<Provider> PROVIDER = load();

    private NativeCrypto() {}

    static Optional<Provider> provider() {
        return PROVIDER;
    }

    private static Optional<Provider> load() {
        if (System.getProperty(SWITCH, "").equals("jdk") || !Conscrypt.isAvailable()) return Optional.empty();
        return Optional.of(Conscrypt.newProvider());
    }
}
