package org.meshbed.scenarios.mutants;

import static org.meshbed.scenarios.mutants.Mutant.nodesThat;
import static org.meshbed.scenarios.mutants.Wrongs.DATA;
import static org.meshbed.scenarios.mutants.Wrongs.SHARES;
import static org.meshbed.scenarios.mutants.Wrongs.bytes;
import static org.meshbed.scenarios.mutants.Wrongs.hears;
import static org.meshbed.scenarios.mutants.Wrongs.keeping;
import static org.meshbed.scenarios.mutants.Wrongs.repeatsItself;
import static org.meshbed.scenarios.mutants.Wrongs.says;
import static org.meshbed.scenarios.mutants.Wrongs.serving;

import java.util.Arrays;
import java.util.stream.Stream;
import org.meshbed.nodes.protocol.WireReply;

/** Nodes that are wrong about bytes and about what they can bear. */
final class AccessMutants {
    private AccessMutants() {}

    static Stream<Mutant> access() {
        return Stream.of(
                nodesThat(
                                "go on serving what they once served",
                                repeatsItself(
                                        DATA,
                                        (node, request) ->
                                                node.settings().name() + request.method() + request.target()))
                        .mustFail(
                                "access/reading.feature",
                                "The secret of a share opens nothing after unsharing",
                                "The recipient reads what the sender wrote last"),
                nodesThat(
                                "send other bytes",
                                says(
                                        DATA,
                                        (request, reply) -> request.method().equals("GET")
                                                ? Wrongs.withBytes(reply, AccessMutants::flipped)
                                                : reply))
                        .mustFail(
                                "access/reading.feature",
                                "The recipient reads what the sender wrote last",
                                "A large file arrives whole",
                                "The secret opens the share and nothing else does"),
                nodesThat(
                                "send a megabyte of each file",
                                says(
                                        DATA,
                                        (request, reply) -> request.method().equals("GET")
                                                ? Wrongs.withBytes(
                                                        reply, b -> Arrays.copyOf(b, Math.min(b.length, 1 << 20)))
                                                : reply))
                        .mustFail("access/reading.feature", "A large file arrives whole"),
                nodesThat("take every secret for the right one", Wrongs.takesEverySecret())
                        .mustFail("access/reading.feature", "The secret opens the share and nothing else does"),
                nodesThat(
                                "open what is above a share",
                                says(
                                        DATA,
                                        (request, reply) -> request.target().contains("..")
                                                        || request.target().contains("%2e")
                                                ? WireReply.text(200, "a diary")
                                                : reply))
                        .mustFail(
                                "access/reading.feature",
                                "A foreign server does not leave the share by ../diary.txt",
                                "A foreign server does not leave the share by %2e%2e/diary.txt"),
                nodesThat(
                                "let everybody write",
                                keeping(WrongStore.rewrites(
                                        "sent-shares",
                                        "\"permissions\":[\"read\"]",
                                        "\"permissions\":[\"read\",\"write\"]")))
                        .mustFail("access/writing.feature", "A foreign server that may only read writes nothing"),
                nodesThat(
                                "say that they wrote, and write nothing",
                                serving((right, node) ->
                                        request -> request.method().equals("PUT")
                                                        && request.path().startsWith(DATA)
                                                ? WireReply.empty(201)
                                                : right.answer(node, request)))
                        .mustFail(
                                "access/writing.feature",
                                "A recipient who may write changes a file",
                                "A foreign server that may only read writes nothing"));
    }

    static Stream<Mutant> limits() {
        return Stream.of(
                nodesThat(
                                "break at what is no JSON",
                                says(
                                        SHARES,
                                        (request, reply) ->
                                                reply.status() == 400 ? WireReply.text(500, "oops") : reply))
                        .mustFail("limits/messages.feature", "A share that is half a document"),
                nodesThat("stop after a large message", Wrongs.diesOfLargeMessages())
                        .mustFail("limits/messages.feature", "A share that is three megabytes"),
                nodesThat(
                                "cut long names",
                                hears(
                                        SHARES,
                                        m -> m.path("name").asText().length() > 255
                                                ? m.put(
                                                        "name",
                                                        m.get("name")
                                                                .textValue()
                                                                .substring(0, 255))
                                                : m))
                        .mustFail("limits/messages.feature", "A name that is too long"),
                nodesThat(
                                "have no room for names",
                                says(
                                        SHARES,
                                        (request, reply) -> new String(
                                                                bytes(request.body()),
                                                                java.nio.charset.StandardCharsets.UTF_8)
                                                        .contains("x".repeat(200))
                                                ? WireReply.json(400, new byte[] {'{', '}'})
                                                : reply))
                        .mustFail("limits/messages.feature", "A name that is just short enough"),
                nodesThat("never have enough", says(SHARES, (_, reply) -> reply.status() == 503 ? Wrongs.YES : reply))
                        .mustFail("limits/messages.feature", "Too many shares that wait for an answer"));
    }

    private static byte[] flipped(byte[] bytes) {
        var other = bytes.clone();
        if (other.length > 0) other[other.length / 2] ^= 1;
        return other;
    }

    /** A clock that always shows the time of its first look. */
}
