package org.meshbed.nodes.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code POST {endPoint}/shares}. */
@Singleton
@Path("shares")
public final class SharesResource {
    @POST
    public Response receive(@Context Call call) {
        var message = call.message("shares");
        return call.answer(call.node().shares().receive(message.received(), message.signed()));
    }
}
