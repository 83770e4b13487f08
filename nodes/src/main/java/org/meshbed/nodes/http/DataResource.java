package org.meshbed.nodes.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Shared files and folders: every method goes to the WebDAV server behind the share it opens. */
@Singleton
@Path("data")
public final class DataResource {
    @GET
    public Response get(@Context Call call) {
        return answer(call);
    }

    @HEAD
    public Response head(@Context Call call) {
        return answer(call);
    }

    @PUT
    public Response put(@Context Call call) {
        return answer(call);
    }

    @POST
    public Response post(@Context Call call) {
        return answer(call);
    }

    @DELETE
    public Response delete(@Context Call call) {
        return answer(call);
    }

    @OPTIONS
    public Response options(@Context Call call) {
        return answer(call);
    }

    @WebDav.Propfind
    public Response propfind(@Context Call call) {
        return answer(call);
    }

    @WebDav.Proppatch
    public Response proppatch(@Context Call call) {
        return answer(call);
    }

    @WebDav.Mkcol
    public Response mkcol(@Context Call call) {
        return answer(call);
    }

    @WebDav.Copy
    public Response copy(@Context Call call) {
        return answer(call);
    }

    @WebDav.Move
    public Response move(@Context Call call) {
        return answer(call);
    }

    @WebDav.Lock
    public Response lock(@Context Call call) {
        return answer(call);
    }

    @WebDav.Unlock
    public Response unlock(@Context Call call) {
        return answer(call);
    }

    private static Response answer(Call call) {
        return call.answer(call.node().data().answer(call.request()));
    }
}
