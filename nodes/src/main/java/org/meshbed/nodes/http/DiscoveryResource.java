package org.meshbed.nodes.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The discovery document. */
@Singleton
@Path("discovery")
public final class DiscoveryResource {
    @GET
    public Response get(@Context Call call) {
        return call.answer(call.node().discovery().serve(call.request()));
    }
}
