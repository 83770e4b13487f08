package org.meshbed.scenarios.conform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** How a peer differs from the others: the server under test meets one of each. */
enum Manner {
    /** Takes whatever can be shared, and demands nothing. */
    USUAL("peer", "/odd/api", Manner::takesEverything),
    /** Has no part in what passes between the others. */
    THIRD("third", "/third/api", _ -> {}),
    /** Takes files and folders by WebDAV, and nothing else. */
    PLAIN("plain", "/plain/api", _ -> {}),
    /** Wants secrets to be exchanged for tokens. */
    TOKENS("tokens", "/tokens/api", document -> criterion(document, "must-exchange-token")),
    /** Takes shares from those alone whom one of its people has met by an invite. */
    INVITED("invited", "/invited/api", document -> criterion(document, "must-invite")),
    /** Says that it signs, and that it verifies. */
    SIGNING("signing", "/signing/api", Manner::signs);

    private final String word;
    private final String api;
    private final Consumer<ObjectNode> otherwise;

    Manner(String word, String api, Consumer<ObjectNode> otherwise) {
        this.word = word;
        this.api = api;
        this.otherwise = otherwise;
    }

    Role role() {
        return new Role(word, api, otherwise, this == INVITED);
    }

    String word() {
        return word;
    }

    private static void takesEverything(ObjectNode document) {
        document.get("resourceTypes").forEach(type -> {
            var protocols = (ObjectNode) type.get("protocols");
            protocols.putObject("webapp-receive").putArray("targets").add("blank");
            protocols.putObject("ssh-receive");
        });
        var crates = document.withArray("resourceTypes").addObject().put("name", "ro-crate");
        crates.putArray("shareTypes").add("user");
        crates.putObject("protocols").putObject("embedded-receive");
    }

    private static void criterion(ObjectNode document, String criterion) {
        document.putArray("criteria").add(criterion);
        if (criterion.equals("must-exchange-token")) PeerDocument.exchanges(document);
    }

    private static void signs(ObjectNode document) {
        PeerDocument.can(document, "http-sig");
        document.put("jwksUri", document.path("endPoint").asText() + "/keys");
    }
}
