package org.meshbed.nodes.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** What servers that trust each other tell and ask, by whatever method. */
@Singleton
@Path("trust")
public final class TrustResource {
    @POST
    public Response answer(@Context Call call) {
        var body = call.message("trust").received().body();
        return call.answer(call.node().trustDoor().answer(call.request(), body));
    }
}
