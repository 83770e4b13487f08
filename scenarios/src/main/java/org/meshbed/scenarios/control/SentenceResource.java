package org.meshbed.scenarios.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Takes a sentence as text from whoever knows the token, and answers what came of it as JSON. */
@Path("/sentences")
public final class SentenceResource {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token;
    private final Talk talk;

    SentenceResource(String token, Talk talk) {
        this.token = token;
        this.talk = talk;
    }

    @POST
    @Consumes("text/plain")
    @Produces("application/json")
    public Response say(@HeaderParam("Authorization") @Nullable String authorization, byte[] sentence) {
        if (!knowsToken(authorization)) return Response.status(401).build();
        var answer = talk.say(new String(sentence, StandardCharsets.UTF_8));
        var json = JSON.createObjectNode().put("kind", answer.kind().name());
        answer.lines().forEach(json.putArray("lines")::add);
        return Response.ok(json.toString()).build();
    }

    private boolean knowsToken(@Nullable String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        authorization.getBytes(StandardCharsets.UTF_8),
                        ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }
}
