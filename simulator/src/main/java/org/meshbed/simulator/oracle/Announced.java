package org.meshbed.simulator.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A share as its creation notification announced it.
 *
 * @param exchange the number of the exchange in which it was first announced
 * @param caller name of the server that sent it
 * @param callee name of the server it was sent to
 * @param message as it was sent
 */
record Announced(long exchange, String caller, String callee, JsonNode message) {
    String id() {
        return Texts.of(message.path("providerId"));
    }

    /** The host of the sender's address, which is the sending server for everything that follows. */
    String host() {
        var sender = Texts.host(Texts.of(message.path("sender")));
        return sender.isEmpty() ? Texts.host(Texts.of(message.path("owner"))) : sender;
    }

    String recipientHost() {
        return Texts.host(Texts.of(message.path("shareWith")));
    }

    JsonNode protocol() {
        return message.path("protocol");
    }

    JsonNode webdav() {
        return protocol().path("webdav");
    }

    String uri() {
        return Texts.of(webdav().path("uri"));
    }

    /** Whether it has the form of 1.0, with the details in {@code options}. */
    boolean old() {
        return !webdav().isObject() && protocol().path("options").isObject();
    }

    /** The secret of the form in use. */
    String secret() {
        return Texts.of((old() ? protocol().path("options") : webdav()).path("sharedSecret"));
    }

    /** What is to be exchanged for a token: the code where 1.2 sends one, else the secret. */
    String code() {
        var code = Texts.of(message.path("code"));
        return code.isEmpty() ? secret() : code;
    }

    boolean demandsExchange() {
        var requirements = webdav().path("requirements");
        return Texts.holds(requirements, "must-exchange-token") || Texts.holds(requirements, "use-code");
    }

    boolean folder() {
        return Texts.of(message.path("resourceType")).equals("folder");
    }

    /** Everything secret in it. */
    List<String> secrets() {
        var secrets = new ArrayList<String>();
        for (var entry : protocol().properties()) secret(entry, secrets);
        var code = Texts.of(message.path("code"));
        if (!code.isEmpty()) secrets.add(code);
        return secrets;
    }

    private static void secret(Map.Entry<String, JsonNode> protocol, List<String> into) {
        var secret = Texts.of(protocol.getValue().path("sharedSecret"));
        if (!secret.isEmpty()) into.add(secret);
    }

    /** The names of the protocols offered. */
    static List<String> offered(JsonNode message) {
        return message.path("protocol").propertyNames().stream()
                .filter(name -> !name.equals("name") && !name.equals("options"))
                .toList();
    }
}
