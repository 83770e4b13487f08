package org.meshbed.nodes.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code POST {endPoint}/request-share}, the call of 1.4. */
@Singleton
@Path("request-share")
public final class RequestShareResource {
    @POST
    public Response receive(@Context Call call) {
        var message = call.message("request-share");
        return call.answer(call.node()
                .shareRequests()
                .receive(message.received().view(), message.received().broken(), message.signed()));
    }
}
