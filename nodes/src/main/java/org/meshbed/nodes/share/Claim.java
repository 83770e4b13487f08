package org.meshbed.nodes.share;

import java.util.Optional;
import org.meshbed.nodes.identity.ServerHost;

/**
 * By what a message about a share shows that it comes from the other server of that share.
 *
 * @param sender the server that it says it comes from, where it says so
 * @param secret of the share, where it was shown
 * @param idIsEnough whether the id of the share alone is believed: the versions before 1.5 demand nothing else, and
 *     nobody but the two servers knows it
 */
public record Claim(Optional<ServerHost> sender, Optional<String> secret, boolean idIsEnough) {
    /** Whether it is believed about a share between this server and {@code other}. */
    boolean believed(ServerHost other, String secretOfShare) {
        var rightServer = sender.map(other::equals);
        var rightSecret = secret.map(secretOfShare::equals);
        return rightServer.or(() -> rightSecret).orElse(idIsEnough) && rightSecret.orElse(true);
    }
}
