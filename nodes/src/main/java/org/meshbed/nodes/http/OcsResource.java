package org.meshbed.nodes.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code POST /ocs/v2.php/cloud/shares} and the calls below it. */
@Singleton
@Path("ocs")
public final class OcsResource {
    @POST
    public Response receive(@Context Call call) {
        return call.answer(call.node().ocs().answer(call.form("ocs").received()));
    }
}
