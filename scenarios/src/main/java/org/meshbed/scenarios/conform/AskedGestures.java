package org.meshbed.scenarios.conform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.Told;

/** Asks the person at the keyboard for each gesture; for servers that no driver can make act. */
public final class AskedGestures implements Gestures {
    private final String party;
    private final BufferedReader in;
    private final PrintWriter out;

    public AskedGestures(String party, BufferedReader in, PrintWriter out) {
        this.party = party;
        this.in = in;
        this.out = out;
    }

    @Override
    public Told<Nothing> write(String path, String text) {
        return please("make a file " + path + " that holds: " + text);
    }

    @Override
    public Told<Nothing> makeFolder(String path) {
        return please("make a folder " + path);
    }

    @Override
    public Told<String> share(String path, String shareWith, List<String> permissions) {
        return please("share " + path + " with " + shareWith + ", to " + String.join(" and ", permissions))
                .map(_ -> path + " with " + shareWith);
    }

    @Override
    public Told<Nothing> changePermissions(String id, List<String> permissions) {
        return please("let " + id + " be shared to " + String.join(" and ", permissions));
    }

    @Override
    public Told<Nothing> unshare(String id) {
        return please("take back the share of " + id);
    }

    @Override
    public Told<List<Received>> pending() {
        out.println("As " + party + ", look for the shares that have come from " + Peer.USER
                + ", leave them be, and type their names, separated by commas:");
        var shares = Arrays.stream(line().split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals("cannot"))
                .map(name -> new Received(name, name))
                .toList();
        return Told.done(shares, "typed");
    }

    @Override
    public Told<Nothing> accept(String id) {
        return please("accept the share " + id);
    }

    @Override
    public Told<Nothing> decline(String id) {
        return please("decline the share " + id);
    }

    @Override
    public Told<Nothing> read(String id, String path) {
        return please("open or download " + (path.isEmpty() ? id : path + " inside of " + id));
    }

    @Override
    public Told<Nothing> list(String id) {
        return please("look into the folder " + id);
    }

    @Override
    public boolean tireless() {
        return false;
    }

    @Override
    public Told<Nothing> reshare(String id, String shareWith) {
        return please("share " + id + " on with " + shareWith + ", for reading");
    }

    @Override
    public Told<Nothing> requestShare(String owner, String resource) {
        return please("ask " + owner + " to share " + resource + " with you");
    }

    @Override
    public Told<String> invite() {
        out.println("As " + party + ", make an invite and paste it here; an empty line if the server has none:");
        var invite = line();
        return invite.isEmpty() ? new Told.Unsupported<>("no invite was pasted") : Told.done(invite, "pasted");
    }

    @Override
    public Told<Nothing> acceptInvite(String invite) {
        return please("accept the invite " + invite);
    }

    private Told<Nothing> please(String what) {
        out.println("As " + party + ", " + what
                + ". Then press Enter; or type 'no' if the server refuses, 'cannot' if it has no such thing:");
        var answer = line();
        return switch (answer) {
            case "" -> Told.done(Nothing.NOTHING, "done by hand");
            case "cannot" -> new Told.Unsupported<>("the server has no such thing, says the person at the keyboard");
            default -> Told.refused("the person at the keyboard says: " + answer);
        };
    }

    private String line() {
        out.flush();
        try {
            var line = in.readLine();
            return line == null ? "cannot" : line.strip();
        } catch (IOException e) {
            return "cannot";
        }
    }
}
