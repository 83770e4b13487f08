package org.meshbed.nodes.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;
import org.meshbed.nodes.discovery.OwnDiscovery;
import org.meshbed.nodes.notification.OcsCalls;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;

/** Finds the resource for a raw path by the node's own table, before JAX-RS looks; maintenance and limits come first. */
@PreMatching
final class PathFilter implements ContainerRequestFilter {
    private static final URI BASE = URI.create("http://node/");

    @Override
    public void filter(ContainerRequestContext context) {
        var call = Call.of(context);
        if (call.node().inMaintenance()) {
            var busy = WireReply.text(503, "under maintenance");
            call.answer(WireReply.of(503, busy.headers().and("Retry-After", "120"), busy.body()));
        } else if (headerBytes(call.request().headers())
                > call.node().manner().limits().headerBytes()) {
            call.answer(WireReply.text(431, "the header lines are larger than this server takes"));
        }
        if (call.answer().isPresent())
            context.abortWith(jakarta.ws.rs.core.Response.noContent().build());
        else context.setRequestUri(BASE, BASE.resolve(resource(call)));
    }

    private static int headerBytes(Headers headers) {
        return headers.lines().stream()
                .mapToInt(h -> h.name().length() + h.value().length() + 4)
                .sum();
    }

    /** Deployed servers join paths with a slash too many or too few (AMB-06): that makes no difference here. */
    private static String resource(Call call) {
        var path = OwnDiscovery.tidy(call.request().path());
        if (path.equals(OwnDiscovery.DATA) || path.startsWith(OwnDiscovery.DATA + "/")) return "data";
        var bare = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (call.node().discovery().paths().contains(bare)) return "discovery";
        if (bare.equals(OwnDiscovery.KEYS) && call.node().discovery().hasKeys()) return "keys";
        var calls = call.node().manner().calls();
        if (calls.contains("ocs") && OcsCalls.is(bare)) return "ocs";
        var api = OwnDiscovery.API + "/";
        var name = bare.startsWith(api) ? bare.substring(api.length()) : "";
        if (name.equals("token")) return call.node().manner().offersTokens() ? "token" : "unknown";
        return calls.contains(name) && !name.equals("ocs") ? name : "unknown";
    }
}
