package org.meshbed.scenarios.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;

/** What may be wrong in a discovery document that is JSON. */
public enum Flaw {
    NO_PLACE("no place for messages"),
    NUMBER_AS_PLACE("a number as place for messages"),
    NULL_AS_PLACE("null as place for messages"),
    HALF_A_URL("half a URL as place for messages"),
    SWITCHED_OFF("sharing switched off"),
    WORDS("words instead of yes or no"),
    NO_WORD("no word on whether it shares"),
    NO_KINDS("no kinds of things"),
    ONE_KIND("a word instead of kinds of things"),
    NUMBER_AS_VERSION("a number as version"),
    DEMAND_AS_WORD("a word instead of its demands"),
    NO_VERSION("no version"),
    FILES_ONLY("files only"),
    MUST_INVITE("an invite demanded"),
    MUST_EXCHANGE("token exchange demanded"),
    MUST_SIGN("signatures demanded");

    private final String words;

    Flaw(String words) {
        this.words = words;
    }

    public static Flaw of(String words) {
        return Arrays.stream(values())
                .filter(f -> f.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a document cannot be described with '" + words
                        + "'; it can with "
                        + Arrays.stream(values()).map(f -> f.words).toList()));
    }

    public ObjectNode in(ObjectNode document) {
        return switch (this) {
            case NO_PLACE -> document.without("endPoint");
            case NUMBER_AS_PLACE -> document.put("endPoint", 7);
            case NULL_AS_PLACE -> document.putNull("endPoint");
            case HALF_A_URL -> document.put("endPoint", "https://");
            case SWITCHED_OFF -> document.put("enabled", false);
            case WORDS -> document.put("enabled", "yes");
            case NO_WORD -> document.without("enabled");
            case ONE_KIND -> document.put("resourceTypes", "file");
            case NUMBER_AS_VERSION -> document.put("apiVersion", 1.5);
            case DEMAND_AS_WORD -> document.put("criteria", "invite");
            case NO_KINDS -> document.without("resourceTypes");
            case NO_VERSION -> document.without("apiVersion");
            case FILES_ONLY -> {
                document.withArray("/resourceTypes").remove(1);
                yield document;
            }
            case MUST_INVITE -> demanding(document, "must-invite");
            case MUST_EXCHANGE -> demanding(document, "must-exchange-token");
            case MUST_SIGN -> demanding(document, "must-use-http-sig");
        };
    }

    private static ObjectNode demanding(ObjectNode document, String criterion) {
        document.withArray("/criteria").add(criterion);
        return document;
    }
}
