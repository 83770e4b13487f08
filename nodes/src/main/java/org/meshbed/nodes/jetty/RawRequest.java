package org.meshbed.nodes.jetty;

import java.net.URI;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Header;
import org.meshbed.nodes.protocol.WireRequest;

/** A request of Jetty's client whose method and target are written as they are, never parsed or put right. */
final class RawRequest extends HttpRequest {
    private final WireRequest wire;
    private final URI origin;

    RawRequest(HttpClient client, Origin to, WireRequest wire) {
        super(
                client,
                new HttpConversation(),
                HttpTransport.placeholder(to.scheme(), to.host().port()));
        this.wire = wire;
        this.origin = HttpTransport.placeholder(to.scheme(), to.host().port());
        host(to.host().name());
        headers(fields -> {
            fields.clear();
            if (wire.headers().first("Host").isEmpty()) fields.add("Host", to.authority());
            for (Header line : wire.headers().lines())
                if (!Fields.isFraming(line.name())) fields.add(Fields.of(line.name(), line.value()));
            // Jetty would tell the length of a body that it holds whole.
            if (wire.framing() == Framing.CHUNKED) fields.add(HttpHeader.TRANSFER_ENCODING, "chunked");
        });
    }

    @Override
    public String getMethod() {
        return wire == null ? super.getMethod() : wire.method();
    }

    @Override
    public String getPath() {
        return wire == null ? super.getPath() : wire.target();
    }

    /** Part of the target already. */
    @Override
    public @Nullable String getQuery() {
        return null;
    }

    @Override
    public URI getURI() {
        return origin == null ? super.getURI() : origin;
    }
}
