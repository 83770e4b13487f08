package org.meshbed.nodes.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code POST {endPoint}/invite-accepted}. */
@Singleton
@Path("invite-accepted")
public final class InviteAcceptedResource {
    @POST
    public Response receive(@Context Call call) {
        var message = call.message("invite-accepted");
        return call.answer(call.node().invites().accepted(message.received(), message.signed()));
    }
}
