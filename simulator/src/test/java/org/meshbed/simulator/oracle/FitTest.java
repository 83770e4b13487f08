package org.meshbed.simulator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class FitTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.0",
            "99999999999999999999",
            "\"\"",
            "\"user\"",
            "\"a\\n\"",
            "\"\u00a0@b/c\"",
            "\"https://a.example\"",
            "\"alice@a.example\"",
            "[]",
            "[1]",
            "[\"read\"]",
            "[\"x\",\"x\"]",
            "{}",
            "{\"a\":1}");

    @Nested
    class GivenAMessageThatIsRight {
        @ParameterizedTest
        @ValueSource(strings = {"discovery", "share", "notification", "notification-share"})
        void whenItIsHeldAgainstItsShape_thenItFits(String name) throws IOException {
            assertThat(Fit.of(schema(name)).test(right(name))).isTrue();
        }
    }

    @Nested
    class GivenMessagesWithOneOrTwoOddMembers {
        @ParameterizedTest
        @ValueSource(strings = {"discovery", "share", "notification", "notification-share"})
        void whenOneFits_thenTheLibraryFindsNothingWrongEither(String name) throws IOException {
            var schema = schema(name);
            var fit = Fit.of(schema);
            var library = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema.deepCopy());
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
            var fitting = 0;
            var wrong = 0;
            for (var i = 0; i < 2000; i++) {
                var message = right(name);
                for (var n = 0; n <= i % 2; n++) bend(message, random);
                var errors = library.validate(message);
                if (fit.test(message)) {
                    fitting++;
                    assertThat(errors).as("%s", message).isEmpty();
                }
                if (!errors.isEmpty()) wrong++;
            }
            assertThat(fitting).isPositive();
            assertThat(wrong).isPositive();
        }
    }

    @Nested
    class GivenASchemaWithAnUnknownKeyword {
        @Test
        void whenAnythingIsHeldAgainstIt_thenTheLibraryIsToBeAsked() {
            var fit = Fit.of(JSON.readTree("{\"type\": \"object\", \"not\": {\"required\": [\"a\"]}}"));

            assertThat(fit.test(JSON.readTree("{}"))).isFalse();
        }
    }

    private static void bend(JsonNode message, RandomGenerator random) {
        var odd = JSON.readTree(ODD.get(random.nextInt(ODD.size())));
        switch (message) {
            case ObjectNode object
            when !object.isEmpty() -> {
                var names = List.copyOf(object.propertyNames());
                var name = names.get(random.nextInt(names.size()));
                if (object.get(name).isContainer() && random.nextInt(3) > 0) bend(object.get(name), random);
                else if (random.nextBoolean()) object.set(name, odd);
                else object.remove(name);
            }
            case ArrayNode array
            when !array.isEmpty() -> {
                if (array.get(0).isContainer() && random.nextInt(3) > 0) bend(array.get(0), random);
                else array.set(0, odd);
            }
            default -> {}
        }
    }

    private static JsonNode schema(String name) throws IOException {
        try (var in = Objects.requireNonNull(Shape.class.getResourceAsStream("/oracle/schemas/" + name + ".json"))) {
            var schema = JSON.readTree(in);
            plain(schema);
            return schema;
        }
    }

    private static void plain(JsonNode schema) {
        if (!(schema instanceof ObjectNode object)) return;
        object.remove(List.of("rules", "lenient"));
        object.path("properties").properties().forEach(p -> plain(p.getValue()));
        plain(object.path("items"));
    }

    private static JsonNode right(String name) {
        return JSON.readTree(
                switch (name) {
                    case "discovery" -> """
                            {"enabled": true, "apiVersion": "1.5.0", "endPoint": "https://a.example/ocm",
                             "provider": "a", "capabilities": ["invites"], "criteria": [],
                             "resourceTypes": [{"name": "file", "shareTypes": ["user", "group"],
                               "protocols": {"webdav": "/dav/", "webdav-receive": {"uri": "relative"}, "ssh": "a:22"}}],
                             "jwksUri": "https://a.example/keys", "tokenEndPoint": "https://a.example/token"}""";
                    case "share" -> """
                            {"shareWith": "b@b.example", "name": "f", "providerId": "1", "owner": "a@a.example",
                             "sender": "a@a.example", "shareType": "user", "resourceType": "file", "expiration": 17,
                             "encryption": {"resourceId": "r", "scheme": "s"},
                             "protocol": {"name": "multi", "webdav": {"uri": "u", "sharedSecret": "s", "size": 3,
                               "permissions": ["read"], "requirements": ["must-exchange-token"]},
                               "webapp": {"uri": "https://w", "targets": ["blank"], "permissions": ["read"],
                               "requirements": ["must-exchange-token"], "sharedSecret": "s", "mediaTypes": ["a"]}}}""";
                    default -> """
                            {"notificationType": "SHARE_ACCEPTED", "senderDomain": "a.example", "resourceType": "file",
                             "providerId": "1", "notification": {"message": "m", "file": {"providerId": "1",
                               "permissions": ["read"]}}}""";
                });
    }
}
