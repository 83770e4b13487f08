package org.meshbed.nodes.http;

import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireRequest;

/** What answers the requests of one listening port. Called on a thread of its own per request; may block. */
@FunctionalInterface
public interface Site {
    /** The body of the request, where it is a stream, is read while answering; what is left of it is thrown away. */
    WireAnswer answer(WireRequest request, Caller caller);

    /**
     * The other end of the connection, as the socket tells it.
     *
     * @param port of the caller's socket: with it an exchange of our own is found again
     */
    record Caller(String address, int port) {}
}
