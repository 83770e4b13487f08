package org.meshbed.nodes.signature;

import java.util.Optional;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.identity.ServerHost;

/** What a node makes of the signature of a request. */
public sealed interface Verdict {
    /** It is signed by this server, and nothing of what it covers was changed. */
    record Verified(ServerHost host, String keyId) implements Verdict {}

    /** It has no signature that means anything here, and needs none. */
    record Unsigned(String why) implements Verdict {}

    record Refused(Refusal why) implements Verdict {}

    default Optional<Refusal> refusal() {
        return this instanceof Refused(var why) ? Optional.of(why) : Optional.empty();
    }

    /** Why it cannot even be told whether the signature fits: it cannot be read, or there is no key. */
    default Optional<Refusal> unread() {
        return refusal()
                .filter(why -> !why.code().equals(SignatureCheck.INVALID))
                .map(why -> Refusal.of("signature-readable", why.status(), why.code(), why.why()));
    }

    default Optional<ServerHost> signer() {
        return this instanceof Verified(var host, var _) ? Optional.of(host) : Optional.empty();
    }
}
