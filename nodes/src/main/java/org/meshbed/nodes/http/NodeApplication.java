package org.meshbed.nodes.http;

import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.URI;
import java.security.Principal;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerException;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.node.OcmNode;
import org.meshbed.nodes.port.NodeStopped;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.quirk.ApiQuirk.HttpNotFound;
import org.meshbed.nodes.vendor.quirk.Route;

/**
 * The one Jersey application that all nodes of a process share; the node is handed in with each request, by sockets
 * and by memory alike. Resources are registered by hand; discovery of features, service look-up and WADL are off, so
 * that two runs cannot differ in what was found.
 */
public final class NodeApplication {
    private static final URI BASE = URI.create("http://node/");
    private static final SecurityContext NOBODY = new Nobody();

    /** Held, since a logger nobody holds forgets its level. What matters of Jersey comes back as an answer or a failure. */
    private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey");

    static {
        JERSEY.setLevel(Level.OFF);
    }

    private final ApplicationHandler handler = new ApplicationHandler(new ResourceConfig()
            .property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
            .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)
            .property(CommonProperties.JSON_PROCESSING_FEATURE_DISABLE, true)
            .property(CommonProperties.MOXY_JSON_FEATURE_DISABLE, true)
            .property(ServerProperties.WADL_FEATURE_DISABLE, true)
            .property(ServerProperties.BV_FEATURE_DISABLE, true)
            .property(ServerProperties.RESOURCE_VALIDATION_DISABLE, false)
            .register(new PathFilter())
            .register(new Calls.Binder())
            .registerClasses(
                    DiscoveryResource.class,
                    KeysResource.class,
                    TrustResource.class,
                    SharesResource.class,
                    NotificationsResource.class,
                    InviteAcceptedResource.class,
                    OcsResource.class,
                    RequestShareResource.class,
                    TokenResource.class,
                    DataResource.class));

    private static final class Shared {
        static final NodeApplication INSTANCE = new NodeApplication();
    }

    /** Built when first asked for; that takes a second on a cold machine. */
    public static NodeApplication shared() {
        return Shared.INSTANCE;
    }

    /**
     * Answers a request on the calling thread; complete on return. What goes wrong inside is answered 500 and told to
     * the node's witness; only a node that stopped meanwhile answers by {@link NodeStopped}.
     */
    public WireAnswer answer(OcmNode node, WireRequest request) {
        var call = new Call(node, request);
        var writer = new Writer();
        var container = new ContainerRequest(
                BASE, BASE, request.method(), NOBODY, new MapPropertiesDelegate(), handler.getConfiguration());
        container.setProperty(Call.PROPERTY, call);
        container.setEntityStream(new ByteArrayInputStream(new byte[0]));
        container.setWriter(writer);
        try {
            handler.handle(container);
        } catch (ContainerException e) {
            return broken(node, e.getCause() == null ? e : e.getCause());
        }
        if (writer.failure != null) return broken(node, writer.failure);
        return Rows.dressed(call.answer().orElseGet(() -> notServed(call, writer.reply())), call);
    }

    private static WireAnswer notServed(Call call, WireReply otherwise) {
        return call.node()
                .manner()
                .bent(HttpNotFound.class)
                .flatMap(q -> Rows.fitting(q.rows(), call))
                .flatMap(Route::answer)
                .map(answer -> Rows.answer(answer, call))
                .orElse(otherwise);
    }

    private static WireAnswer broken(OcmNode node, Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) if (t instanceof NodeStopped stopped) throw stopped;
        node.ports().witness().decided("request", "broken", String.valueOf(failure));
        return WireReply.text(500, "internal error");
    }

    /** Takes what Jersey answers by itself: the path or the method is not there. */
    private static final class Writer implements ContainerResponseWriter {
        private int status = 404;
        private @Nullable String allow;
        private @Nullable Throwable failure;

        WireReply reply() {
            var reply = WireReply.text(status, status == 405 ? "method not allowed" : "not found");
            return allow == null
                    ? reply
                    : WireReply.of(status, new Headers(reply.headers().lines()).and("Allow", allow), reply.body());
        }

        @Override
        public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse response) {
            status = response.getStatus();
            allow = response.getHeaderString("Allow");
            return OutputStream.nullOutputStream();
        }

        @Override
        public boolean suspend(long timeOut, TimeUnit unit, @Nullable TimeoutHandler timeoutHandler) {
            return false;
        }

        @Override
        public void setSuspendTimeout(long timeOut, TimeUnit unit) {
            throw new IllegalStateException("no resource of a node is asynchronous");
        }

        @Override
        public void commit() {}

        @Override
        public void failure(Throwable error) {
            failure = error;
        }

        @Override
        public boolean enableResponseBuffering() {
            return false;
        }
    }

    private static final class Nobody implements SecurityContext {
        @Override
        public @Nullable Principal getUserPrincipal() {
            return null;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return null;
        }
    }
}
