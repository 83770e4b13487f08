package org.meshbed.nodes.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.meshbed.nodes.identity.NotWellFormed;

/**
 * The {@code If} field of WebDAV (RFC 4918, 10.4): lists of entity tags and state tokens, of which one must hold
 * wholly. There are no locks here, so no state token ever matches.
 */
record IfField(List<Alternative> alternatives) {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:<([^>]*)>|\\[((?:W/)?\"[^\"]*\")]|(\\()|(\\))|([Nn]ot))");
    private static final String FORM = "one of the lists that RFC 4918, 10.4 describes";

    /** @param resource the raw reference of what the list is about; empty for what the request is about */
    record Alternative(Optional<String> resource, List<Term> terms) {}

    /** @param tag an entity tag, or empty for a state token */
    record Term(boolean negated, Optional<String> tag) {}

    /** Whether any list holds; {@code nodes} looks up what stands at a reference. */
    boolean holds(Function<Optional<String>, Optional<Node>> nodes) {
        return alternatives.stream().anyMatch(alternative -> {
            var node = nodes.apply(alternative.resource);
            return alternative.terms.stream().allMatch(term -> term.negated != matches(term, node));
        });
    }

    private static boolean matches(Term term, Optional<Node> node) {
        return term.tag.isPresent() && node.map(Node::etag).equals(term.tag);
    }

    /** Reads the field; throws {@link NotWellFormed}. */
    static IfField parse(String text) {
        var tokens = TOKEN.matcher(text);
        var alternatives = new ArrayList<Alternative>();
        Optional<String> resource = Optional.empty();
        var at = 0;
        while (tokens.region(at, text.length()).lookingAt()) {
            at = tokens.end();
            if (tokens.group(1) != null) resource = Optional.of(tokens.group(1));
            else if (tokens.group(3) != null) {
                var terms = new ArrayList<Term>();
                at = terms(text, at, terms);
                alternatives.add(new Alternative(resource, List.copyOf(terms)));
            } else throw new NotWellFormed("If", text, FORM);
        }
        if (!text.substring(at).isBlank() || alternatives.isEmpty()) throw new NotWellFormed("If", text, FORM);
        return new IfField(List.copyOf(alternatives));
    }

    /** Reads the terms up to and with the closing bracket; answers where it ended. */
    private static int terms(String text, int from, List<Term> terms) {
        var tokens = TOKEN.matcher(text);
        var negated = false;
        for (var at = from; tokens.region(at, text.length()).lookingAt(); at = tokens.end()) {
            if (tokens.group(4) != null && !terms.isEmpty() && !negated) return tokens.end();
            if (tokens.group(5) != null && !negated) negated = true;
            else if (tokens.group(1) != null || tokens.group(2) != null) {
                terms.add(new Term(negated, Optional.ofNullable(tokens.group(2))));
                negated = false;
            } else break;
        }
        throw new NotWellFormed("If", text, FORM);
    }
}
