package org.meshbed.simulator.journal;

import java.util.Map;
import java.util.OptionalLong;

/**
 * Which share or invite an exchange belongs to: told by the share id or invite token in it, by a path or a secret that
 * came with that share before, or by the exchange it happened inside of. Not for several threads.
 */
final class Stories {
    /** Shorter ones may be words of any sentence or path. */
    private static final int SHORTEST_CLUE = 8;

    private final Map<String, String> byClue = new Recent<>(400_000);
    private final Map<Long, String> byExchange = new Recent<>(100_000);
    private final Masks masks;

    Stories(Masks masks) {
        this.masks = masks;
    }

    void forget() {
        byClue.clear();
        byExchange.clear();
    }

    /** The story of the exchange being answered, empty where there is none. */
    String inside(OptionalLong exchange) {
        return exchange.isPresent() ? byExchange.getOrDefault(exchange.getAsLong(), "") : "";
    }

    String of(long exchange, String path, Gleanings gleaned, OptionalLong inside) {
        var story = named(gleaned);
        if (story.isEmpty()) story = bySecret(gleaned);
        if (story.isEmpty()) story = byPath(path);
        if (story.isEmpty()) story = inside(inside);
        if (!story.isEmpty()) {
            byExchange.put(exchange, story);
            remember(gleaned, story);
        }
        return story;
    }

    /** What a reply brought, an access token for one, belongs to the story of its exchange. */
    void replied(long exchange, Gleanings gleaned) {
        var story = byExchange.getOrDefault(exchange, "");
        if (!story.isEmpty()) remember(gleaned, story);
    }

    /** The story of something a node calls by this id; empty where it is unknown. */
    String ofState(String kind, String id) {
        // the sending node keeps a share before the first message tells of it, under the id of that message
        if (kind.equals("sent-share")) byClue.putIfAbsent(id, "share " + masks.mask(id));
        return ofWords(id);
    }

    /** The story of the first share id or token among these words; empty where there is none. */
    String ofWords(String words) {
        if (byClue.isEmpty() || words.length() < SHORTEST_CLUE) return "";
        for (var word : Encodings.split(words.replace('/', ' '), ' ')) {
            var story = word.length() < SHORTEST_CLUE ? null : byClue.get(word);
            if (story != null) return story;
        }
        return "";
    }

    private String named(Gleanings gleaned) {
        if (!gleaned.shareId().isEmpty()) return "share " + masks.mask(gleaned.shareId());
        if (!gleaned.token().isEmpty()) return "invite " + masks.mask(gleaned.token());
        return "";
    }

    private String bySecret(Gleanings gleaned) {
        for (var secret : gleaned.secrets()) if (byClue.containsKey(secret)) return byClue.get(secret);
        return "";
    }

    private String byPath(String path) {
        if (byClue.isEmpty()) return "";
        for (var part : Encodings.split(path, '/')) {
            var story = byClue.get(Encodings.unpercent(part, false));
            if (story != null) return story;
        }
        return "";
    }

    private void remember(Gleanings gleaned, String story) {
        if (!gleaned.shareId().isEmpty()) byClue.putIfAbsent(gleaned.shareId(), story);
        for (var secret : gleaned.secrets()) byClue.putIfAbsent(secret, story);
        for (var uri : gleaned.uris()) remember(uri, story);
    }

    /** The last part of an access URI, when it is long enough to be no word of a path that all shares have. */
    private void remember(String uri, String story) {
        var end = uri.endsWith("/") ? uri.length() - 1 : uri.length();
        var last = uri.substring(uri.lastIndexOf('/', end - 1) + 1, end);
        if (last.length() >= SHORTEST_CLUE) byClue.putIfAbsent(Encodings.unpercent(last, false), story);
    }
}
