package org.meshbed.simulator.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meshbed.simulator.journal.Entry;

/** What people did, held against what their servers sent meanwhile: invites and addresses as they were handed over. */
final class Deeds {
    private static final Pattern SHARED_WITH = Pattern.compile(" with (?:user|group) (\\S+) to ");
    /** More than any one action sends. */
    private static final int MOST_SENT = 1000;

    private final Map<String, String> inviters = new LinkedHashMap<>();
    private final Map<String, Long> lastAcceptance = new LinkedHashMap<>();
    private final Deque<Sent> sent = new ArrayDeque<>();

    /** A message that a server sent, with the member that is compared: a token, or an address. */
    private record Sent(String node, Kind kind, long entry, long exchange, String to, String what) {}

    /** Something a server did not do as the person said. */
    record Misdeed(List<Rule> rules, String node, long exchange, String seen, String asked) {
        static Misdeed of(String ids, String node, long exchange, String seen, String asked) {
            return new Misdeed(List.of(ids.split(" ")).stream().map(Rules::get).toList(), node, exchange, seen, asked);
        }
    }

    /** The rules that are held against what people did. */
    static List<String> rules() {
        return List.of("OCM-INV-09", "OCM-INV-35", "OCM-INV-36", "OCM-INV-37", "OCM-DEF-01", "OCM-DEF-05");
    }

    /** A server sends a share or an acceptance. */
    void sent(Side by, Kind kind, long entry, long exchange, String to, String what) {
        if (what.isEmpty()) return;
        sent.addLast(new Sent(by.name(), kind, entry, exchange, to, what));
        if (sent.size() > MOST_SENT) sent.removeFirst();
    }

    /** Who made the invite of this token at a server; empty where nobody was seen to. */
    Optional<String> inviter(String node, String token) {
        return Optional.ofNullable(inviters.get(node + "\n" + token));
    }

    Optional<Misdeed> did(Entry.Action action) {
        var invite = action.invite().message();
        return switch (action.verb()) {
            case "invites" -> invited(action, invite);
            case "accepts an invite" -> accepted(action, invite);
            case "shares" -> shared(action);
            default -> Optional.empty();
        };
    }

    private Optional<Misdeed> invited(Entry.Action action, String text) {
        if (text.isEmpty()) return Optional.empty();
        var node = action.stamp().node();
        var invite = InviteText.of(text);
        invite.ifPresent(i -> inviters.put(node + "\n" + i.token(), action.who()));
        if (invite.filter(i -> !i.padded()).isPresent()) return Optional.empty();
        return Optional.of(Misdeed.of(
                "OCM-DEF-05", node, 0, "an invite in another form", "base64url of token@host without padding"));
    }

    /** Where two people accept invites at once, it is unknown whose is whose. */
    private Optional<Misdeed> accepted(Entry.Action action, String text) {
        var node = action.stamp().node();
        var last = lastAcceptance.getOrDefault(node, -1L);
        lastAcceptance.put(node, action.stamp().number());
        var invite = InviteText.of(text);
        if (invite.isEmpty() || last > action.since()) return Optional.empty();
        var meanwhile = during(action, Kind.INVITE).stream()
                .filter(s -> s.to().equals(invite.get().host()))
                .toList();
        if (meanwhile.isEmpty()
                || meanwhile.stream().anyMatch(s -> s.what().equals(invite.get().token()))) return Optional.empty();
        var rule = invite.get().padded() ? "35" : invite.get().token().contains("@") ? "36" : "37";
        return Optional.of(Misdeed.of(
                "OCM-INV-09 OCM-INV-" + rule,
                node,
                meanwhile.getFirst().exchange(),
                "another token than that of the invite string",
                "the token of the invite that was accepted"));
    }

    private Optional<Misdeed> shared(Entry.Action action) {
        var with = SHARED_WITH.matcher(action.what());
        if (!with.find()) return Optional.empty();
        var address = with.group(1);
        var meanwhile = during(action, Kind.SHARE);
        if (meanwhile.isEmpty() || meanwhile.stream().anyMatch(s -> Asks.same(s.what(), address)))
            return Optional.empty();
        return meanwhile.stream()
                .filter(s -> mistaken(address, s.what()))
                .map(s -> Misdeed.of(
                        "OCM-DEF-01",
                        action.stamp().node(),
                        s.exchange(),
                        "shareWith " + Texts.quoted(s.what()),
                        "the identifier of " + Texts.quoted(address) + " to the letter, up to the last @"))
                .findFirst();
    }

    /** The same but for case, or cut at an earlier {@code @}. */
    private static boolean mistaken(String typed, String sent) {
        var right = Asks.identifier(typed);
        var wrong = Asks.identifier(sent);
        return Texts.host(typed).equals(Texts.host(sent))
                && (right.equalsIgnoreCase(wrong) || right.startsWith(wrong + "@"));
    }

    private List<Sent> during(Entry.Action action, Kind kind) {
        var found = new ArrayList<Sent>();
        for (var s : sent)
            if (s.kind() == kind && s.node().equals(action.stamp().node()) && s.entry() > action.since()) found.add(s);
        return found;
    }
}
