package org.meshbed.nodes.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.meshbed.nodes.discovery.OwnDiscovery;
import org.meshbed.nodes.notification.OcsCalls;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessReceiveChecks;
import org.meshbed.nodes.vendor.quirk.ApiQuirk.HttpMaintenance;
import org.meshbed.nodes.vendor.quirk.ApiQuirk.HttpRoutes;
import org.meshbed.nodes.vendor.quirk.ApiQuirk.HttpTidies;
import org.meshbed.nodes.vendor.quirk.Route;

/** Finds the resource for a raw path by the node's own table, before JAX-RS looks; maintenance and limits come first. */
@PreMatching
final class PathFilter implements ContainerRequestFilter {
    private static final List<String> DATA_METHODS = List.of(
            "GET",
            "HEAD",
            "PUT",
            "POST",
            "DELETE",
            "OPTIONS",
            "PROPFIND",
            "PROPPATCH",
            "MKCOL",
            "COPY",
            "MOVE",
            "LOCK",
            "UNLOCK");
    private static final URI BASE = URI.create("http://node/");
    private static final Map<String, URI> PLACES = new ConcurrentHashMap<>();

    @Override
    public void filter(ContainerRequestContext context) {
        var call = Call.of(context);
        var maintained = maintained(call);
        if (maintained.isPresent()) {
            maintained.get().answer().ifPresent(answer -> call.answer(Rows.answer(answer, call)));
        } else if (call.node().inMaintenance()) {
            var busy = WireReply.text(503, "under maintenance");
            call.answer(WireReply.of(503, busy.headers().and("Retry-After", "120"), busy.body()));
        } else if (headerBytes(call.request().headers())
                > call.node().manner().limits().headerBytes()) {
            call.answer(WireReply.text(431, "the header lines are larger than this server takes"));
        }
        var place = call.answer().isPresent() ? Optional.<String>empty() : routed(call);
        if (call.answer().isPresent())
            context.abortWith(jakarta.ws.rs.core.Response.noContent().build());
        else if (place.isPresent()) {
            var reads = List.of("discovery", "keys").contains(place.get());
            if (place.get().equals("data")) known(context, call);
            else context.setMethod(reads ? "GET" : "POST");
            context.setRequestUri(BASE, place(place.get()));
        } else {
            var resource = resource(call);
            if (resource.equals("data")) known(context, call);
            if (resource.equals("trust")) context.setMethod("POST");
            context.setRequestUri(BASE, place(resource));
        }
    }

    /** A vendor with checks of its own looks at any method there is. */
    private static void known(ContainerRequestContext context, Call call) {
        if (!DATA_METHODS.contains(context.getMethod())
                && call.node().manner().bent(AccessReceiveChecks.class).isPresent()) context.setMethod("POST");
    }

    /** What the vendor does while it is maintained: it answers so, or serves all the same. */
    private static Optional<Route> maintained(Call call) {
        if (!call.node().inMaintenance()) return Optional.empty();
        return call.node().manner().bent(HttpMaintenance.class).flatMap(q -> Rows.fitting(q.rows(), call));
    }

    /** By the vendor's own rows: answered at once, or led to a place whatever the method. */
    private static Optional<String> routed(Call call) {
        var rows = call.node().manner().bent(HttpRoutes.class);
        if (rows.isEmpty()) return Optional.empty();
        var row = Rows.fitting(rows.get().rows(), call);
        row.ifPresent(r -> r.answer().ifPresent(answer -> call.answer(Rows.answer(answer, call))));
        return row.flatMap(Route::to);
    }

    private static int headerBytes(Headers headers) {
        var bytes = 0;
        for (var line : headers.lines())
            bytes += line.name().length() + line.value().length() + 4;
        return bytes;
    }

    /** There are few, and each was parsed once. */
    private static URI place(String resource) {
        return PLACES.computeIfAbsent(resource, BASE::resolve);
    }

    /** Deployed servers join paths with a slash too many or too few (AMB-06): that makes no difference here. */
    private static String resource(Call call) {
        var manner = call.node().manner();
        var tidies = manner.bent(HttpTidies.class);
        var raw = tidies.filter(t -> t.differences().contains("percent-encoding"))
                .map(_ -> plain(call.request().path()))
                .orElse(call.request().path());
        var path =
                tidies.filter(t -> !t.differences().contains("doubled-slashes")).isPresent()
                        ? raw
                        : OwnDiscovery.tidy(raw);
        var paths = manner.paths();
        if (path.equals(paths.mount()) || path.startsWith(paths.mount() + "/")) return "data";
        var kept =
                tidies.filter(t -> !t.differences().contains("trailing-slash")).isPresent();
        var bare = !kept && path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (call.node().discovery().paths().contains(bare)) return "discovery";
        if (bare.equals(paths.keys()) && call.node().discovery().hasKeys()) return "keys";
        if (bare.equals(paths.token())) return manner.offersTokens() ? "token" : "unknown";
        var calls = manner.calls();
        if (calls.contains("ocs") && OcsCalls.is(bare)) return "ocs";
        var api = paths.api() + "/";
        var name = bare.startsWith(api) ? bare.substring(api.length()) : "";
        if (calls.contains(name) && !name.equals("ocs")) return name;
        return call.node().trustDoor().serves(path) ? "trust" : "unknown";
    }

    /** Without percent-encoding, where it can be read. */
    private static String plain(String path) {
        try {
            return java.net.URLDecoder.decode(path.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }
}
