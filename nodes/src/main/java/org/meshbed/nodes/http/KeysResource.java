package org.meshbed.nodes.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The JWK Set of a node that signs. */
@Singleton
@Path("keys")
public final class KeysResource {
    @GET
    public Response get(@Context Call call) {
        return call.answer(call.node().discovery().serveKeys());
    }
}
