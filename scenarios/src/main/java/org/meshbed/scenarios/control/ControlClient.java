package org.meshbed.scenarios.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import org.meshbed.scenarios.input.BadInput;

/** Says a sentence to a mesh that another process holds. */
public final class ControlClient {
    private ControlClient() {}

    /** Waits for the answer, however long the sentence takes. */
    public static Answer say(RunFile mesh, String sentence) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + mesh.port() + "/sentences"))
                .header("Authorization", "Bearer " + mesh.token())
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(sentence))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return answer(mesh, client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new BadInput("the mesh '" + mesh.mesh() + "' went away before it answered (" + e.getMessage()
                    + "); the sentence may have had its effect");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInput("interrupted before the mesh '" + mesh.mesh() + "' answered");
        }
    }

    private static Answer answer(RunFile mesh, HttpResponse<String> response) throws IOException {
        if (response.statusCode() == 401)
            throw new BadInput(
                    "the mesh '" + mesh.mesh() + "' does not know our token: it was started anew; try again");
        if (response.statusCode() != 200)
            throw new BadInput("the mesh '" + mesh.mesh() + "' answered " + response.statusCode() + " and no words");
        var json = new ObjectMapper().readTree(response.body());
        var lines = new ArrayList<String>();
        json.path("lines").forEach(line -> lines.add(line.asText()));
        return new Answer(Answer.Kind.valueOf(json.path("kind").asText()), lines);
    }
}
