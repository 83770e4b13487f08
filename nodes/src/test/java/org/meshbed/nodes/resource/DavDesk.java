package org.meshbed.nodes.resource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Framing;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;

/** A WebDAV server over alice's folder {@code shared}, asked in memory. */
final class DavDesk {
    static final String PREFIX = "/dav/ocm/7c1e";
    static final Origin ORIGIN = Endpoint.parse("https://alpha.example:9401/").origin();

    final Desk desk = new Desk();
    final Files files = desk.files;
    private final Dav dav = new Dav(files);
    private final DavScope scope;

    DavDesk(String root, Permissions permissions) {
        this.scope = new DavScope("alice", root, permissions, PREFIX, ORIGIN);
    }

    static DavDesk overFolder(Permissions permissions) {
        var desk = new DavDesk("shared", permissions);
        desk.files.makeFolder("alice", "shared");
        desk.files.write("alice", "shared/a.txt", FilesTest.content("0123456789"));
        desk.files.makeFolder("alice", "shared/sub");
        desk.files.write("alice", "shared/sub/b.txt", FilesTest.content("bee"));
        desk.files.write("alice", "secret.txt", FilesTest.content("not shared"));
        return desk;
    }

    static DavDesk overFile(Permissions permissions) {
        var desk = new DavDesk("report.txt", permissions);
        desk.files.write("alice", "report.txt", FilesTest.content("report"));
        return desk;
    }

    WireReply ask(String method, String path, String... headers) {
        return ask(method, path, Body.NONE, headers);
    }

    WireReply ask(String method, String path, Body body, String... headers) {
        var request = new WireRequest(method, PREFIX + path, Headers.of(headers), body, Framing.NONE);
        return answer(request);
    }

    WireReply answer(WireRequest request) {
        return dav.answer(scope, request, request.path().substring(PREFIX.length()));
    }

    int status(String method, String path, String... headers) {
        return ask(method, path, headers).status();
    }

    WireReply put(String path, String text, String... headers) {
        return ask("PUT", path, Body.of(text), headers);
    }

    WireReply propfind(String path, String depth, String body) {
        return ask("PROPFIND", path, Body.of(body), "Depth", depth);
    }

    static String text(WireReply reply) {
        try {
            return switch (reply.body()) {
                case Body.None() -> "";
                case Body.Bytes bytes -> bytes.text();
                case Body.Stream(var content) -> {
                    try (var in = content.open()) {
                        yield new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    }
                }
            };
        } catch (IOException e) {
            throw new AssertionError("the body of the reply broke", e);
        }
    }

    static String header(WireReply reply, String name) {
        return reply.headers().first(name).orElse("(none)");
    }
}
