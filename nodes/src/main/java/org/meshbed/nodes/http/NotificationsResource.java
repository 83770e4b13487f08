package org.meshbed.nodes.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code POST {endPoint}/notifications}. */
@Singleton
@Path("notifications")
public final class NotificationsResource {
    @POST
    public Response receive(@Context Call call) {
        var message = call.message("notifications");
        return call.answer(call.node().notifications().receive(message.received(), message.signed()));
    }
}
