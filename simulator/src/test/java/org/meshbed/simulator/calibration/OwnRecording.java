package org.meshbed.simulator.calibration;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.vendor.Vendors;
import org.meshbed.simulator.calibration.binding.Bindings;
import org.meshbed.simulator.calibration.binding.BindingsReader;
import org.meshbed.simulator.mesh.Mesh;
import org.meshbed.simulator.world.virtual.VirtualPlan;

/** Alice at alpha and bob at beta go through the life of two shares; all of it is recorded. */
final class OwnRecording {
    static final String PROFILE = "reference/1.5";

    private static final String COLUMN = PROFILE + "[sign=yes;demand-signatures=yes;exchange=demanded;invite=must]";
    private static final String BINDINGS = """
            servers:
              alpha:
                at: https://alpha.example
                profile: reference/1.5
                settings: &settings {sign: "yes", demand-signatures: "yes", exchange: demanded, invite: must}
                people: [{user: alice, name: Alice, email: alice@mail.example}]
              beta:
                at: https://beta.example
                profile: reference/1.5
                settings: *settings
                people: [{user: bob, name: Bob, email: bob@mail.example}]
            every-flow:
              instant: 2026-01-01T00:00:00Z
              state: {alpha: {files: {alice: {report.txt: "the report", docs/a.txt: "inside"}}}}
              actions:
                - {note: "alice invites: (.*)", at: alpha, do: invite, gives: {token: {group: 1}}}
                - {note: "bob accepts the invite (.*)", at: beta, do: accept-invite, token: {group: 1}, host: alpha.example}
                - {note: "alice shares (\\\\S+) (\\\\w+)", at: alpha, do: share, path: {group: 1}, with: bob@beta.example, permissions: "read write"}
                - {note: bob accepts (\\S+), at: beta, do: accept, share: {group: 1}}
                - {note: bob reads (\\S+) (.*), at: beta, do: read, share: {group: 1}, path: {group: 2}}
                - {note: bob lists (\\S+), at: beta, do: list, share: {group: 1}}
                - {note: bob writes (\\S+) (.*), at: beta, do: write, share: {group: 1}, path: {group: 2}, content: written by bob}
                - {note: bob declines (\\S+), at: beta, do: decline, share: {group: 1}}
                - {note: alice unshares (\\S+), at: alpha, do: unshare, sent: {group: 1}}
            """;

    private final Taping tape = new Taping("own");
    private final Mesh mesh;

    private OwnRecording(long seed) {
        mesh = Mesh.in(VirtualPlan.of(seed).withPortsOf(tape::at));
    }

    static Bindings bindings() {
        return BindingsReader.read("own.yaml", BINDINGS);
    }

    static Taping of(long seed) {
        var recording = new OwnRecording(seed);
        try (var mesh = recording.mesh) {
            mesh.node("alpha", Vendors.column(COLUMN), "alice").node("beta", Vendors.column(COLUMN), "bob");
            recording.goThrough(mesh.party("alice", "alpha"), mesh.party("bob", "beta"));
        }
        return recording.tape;
    }

    private void goThrough(PartyDriver alice, PartyDriver bob) {
        alice.write(Place.own("report.txt"), content("the report"));
        alice.makeFolder(Place.own("docs"));
        alice.write(Place.own("docs/a.txt"), content("inside"));
        tape.step("alice invites");
        var invite = alice.invite().value().orElseThrow().inviteString();
        var text = new String(java.util.Base64.getUrlDecoder().decode(invite), StandardCharsets.UTF_8);
        var token = text.substring(0, text.indexOf('@'));
        tape.done(": " + token);
        act("bob accepts the invite " + token, () -> bob.acceptInvite(invite));
        for (var path : java.util.List.of("report.txt", "docs")) {
            act("alice shares " + path + " once", () -> alice.share(wish(path)));
            act("bob accepts " + path, () -> bob.accept(received(bob, path)));
        }
        act(
                "bob reads report.txt ",
                () -> bob.read(Place.in(received(bob, "report.txt"), ""))
                        .value()
                        .ifPresent(OwnRecording::drain));
        act(
                "bob writes report.txt ",
                () -> bob.write(Place.in(received(bob, "report.txt"), ""), content("written by bob")));
        act("bob lists docs", () -> bob.list(Place.in(received(bob, "docs"), "")));
        act(
                "bob reads docs a.txt",
                () -> bob.read(Place.in(received(bob, "docs"), "a.txt")).value().ifPresent(OwnRecording::drain));
        act("alice shares report.txt again", () -> alice.share(wish("report.txt")));
        act("alice unshares docs", () -> alice.unshare(sent(alice, "docs")));
    }

    private static ShareWish wish(String path) {
        return new ShareWish(
                path,
                "bob@beta.example",
                ShareType.USER,
                Permissions.of(java.util.List.of("read", "write")),
                Optional.empty());
    }

    private void act(String step, Runnable deed) {
        tape.step(step);
        deed.run();
        mesh.settle();
        tape.done();
    }

    private static void drain(Content content) {
        try (var in = content.open()) {
            in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Content content(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String received(PartyDriver bob, String name) {
        return bob.received().value().orElseThrow().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String sent(PartyDriver alice, String path) {
        return alice.shared().value().orElseThrow().stream()
                .filter(s -> s.path().equals(path))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
