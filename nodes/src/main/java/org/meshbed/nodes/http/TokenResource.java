package org.meshbed.nodes.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.meshbed.nodes.dialect.TokenForm;
import org.meshbed.nodes.token.TokenRequest;

/** {@code POST} to the token endpoint: a form, or the JSON of 1.2, told apart by the content type. */
@Singleton
@Path("token")
public final class TokenResource {
    @POST
    public Response exchange(@Context Call call) {
        var type = call.request().headers().first("Content-Type").orElse("");
        var bare = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        var form = bare.equals(TokenForm.FORM.contentType())
                && !call.reads("token").contains("json");
        var message = form || call.reads("token").contains("only-form") ? call.form("token") : call.message("token");
        var byAddress = call.reads("token").contains("client-address");
        var request = new TokenRequest(bare, message.received(), message.signed(), byAddress);
        return call.answer(call.node().tokens().answer(request));
    }
}
