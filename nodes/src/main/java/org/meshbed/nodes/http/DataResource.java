package org.meshbed.nodes.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Shared files and folders: every method goes to the WebDAV server behind the share it opens. */
@Singleton
@Path("data")
public final class DataResource {
    @GET
    public Response get(@Context ContainerRequestContext context) {
        return answer(context);
    }

    @HEAD
    public Response head(@Context ContainerRequestContext context) {
        return answer(context);
    }

    @PUT
    public Response put(@Context ContainerRequestContext context) {
        return answer(context);
    }

    @POST
    public Response post(@Context ContainerRequestContext context) {
        return answer(context);
    }

    @DELETE
    public Response delete(@Context ContainerRequestContext context) {
        return answer(context);
    }

    @OPTIONS
    public Response options(@Context ContainerRequestContext context) {
        return answer(context);
    }

    @WebDav.Propfind
    public Response propfind(@Context ContainerRequestContext context) {
        return answer(context);
    }

    @WebDav.Proppatch
    public Response proppatch(@Context ContainerRequestContext context) {
        return answer(context);
    }

    @WebDav.Mkcol
    public Response mkcol(@Context ContainerRequestContext context) {
        return answer(context);
    }

    @WebDav.Copy
    public Response copy(@Context ContainerRequestContext context) {
        return answer(context);
    }

    @WebDav.Move
    public Response move(@Context ContainerRequestContext context) {
        return answer(context);
    }

    @WebDav.Lock
    public Response lock(@Context ContainerRequestContext context) {
        return answer(context);
    }

    @WebDav.Unlock
    public Response unlock(@Context ContainerRequestContext context) {
        return answer(context);
    }

    private static Response answer(ContainerRequestContext context) {
        var call = Call.of(context);
        return call.answer(call.node().data().answer(call.request()));
    }
}
