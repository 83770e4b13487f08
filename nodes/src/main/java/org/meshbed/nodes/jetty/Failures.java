package org.meshbed.nodes.jetty;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;

/** Tells from what Jetty and the JDK throw how an exchange ended for its caller. */
final class Failures {
    private static final String GONE_IN_HANDSHAKE = "closed by peer";

    private Failures() {}

    /** @param sent bytes of the request may have gone out */
    static Exchange of(Origin to, Throwable failure, boolean sent) {
        var causes = causes(failure);
        if (any(causes, IllegalArgumentException.class))
            return new Exchange.Reset(false, "this request cannot be written: " + words(causes));
        if (any(causes, TimeoutException.class) || any(causes, SocketTimeoutException.class))
            return new Exchange.TimedOut(sent, sent ? "no answer from " + to : "no connection to " + to);
        if (sent) return new Exchange.Reset(true, to + " closed the connection");
        if (any(causes, UnknownHostException.class) || any(causes, UnresolvedAddressException.class))
            return new Exchange.Refused("no address is known for " + to.host().name());
        if (refused(causes)) return new Exchange.Refused("nobody listens at " + to);
        return causes.stream()
                .filter(SSLException.class::isInstance)
                .findFirst()
                .filter(e -> !String.valueOf(e.getMessage()).contains(GONE_IN_HANDSHAKE))
                .<Exchange>map(e -> new Exchange.TlsFailed(to + ": " + words(causes)))
                .orElseGet(() -> new Exchange.Reset(false, to + " closed the connection"));
    }

    private static boolean refused(List<Throwable> causes) {
        return any(causes, ConnectException.class)
                || any(causes, NoRouteToHostException.class)
                || any(causes, UnsupportedAddressTypeException.class);
    }

    private static boolean any(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }

    /** The innermost message says what was wrong with the certificate. */
    private static String words(List<Throwable> causes) {
        return String.valueOf(causes.getLast().getMessage());
    }

    private static List<Throwable> causes(Throwable failure) {
        var causes = new ArrayList<Throwable>();
        for (var cause = failure; cause != null && causes.size() < 16; cause = cause.getCause()) causes.add(cause);
        return causes;
    }
}
