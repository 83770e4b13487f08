package org.meshbed.simulator.oracle;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shape of one message as JSON Schema. Beside each member the schema names the rules that ask for it, all of them
 * or by keyword, and whether readers may be lenient; a rule is asked for only in the dialects it belongs to, so one schema serves all of them.
 */
final class Shape {
    private static final String RULES = "rules";
    private static final String LENIENT = "lenient";
    private static final String ANY = "*";
    private static final Pattern INDEX = Pattern.compile("/\\d+(?=/|$)");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Map<String, List<Rule>> rules = new LinkedHashMap<>();
    private final List<String> lenient = new ArrayList<>();
    private final Schema schema;
    private final Predicate<JsonNode> fits;

    private Shape(JsonNode annotated) {
        strip("", annotated);
        schema = REGISTRY.getSchema(annotated);
        schema.initializeValidators();
        fits = Fit.of(annotated);
    }

    static Shape named(String name) {
        var file = "/oracle/schemas/" + name + ".json";
        try (var in = Objects.requireNonNull(Shape.class.getResourceAsStream(file), file)) {
            return new Shape(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read", e);
        }
    }

    /** Something a message of this shape lacks or has wrong: the rules that ask for it, and what was there. */
    record Misfit(List<Rule> rules, String seen, boolean forgivable) {}

    List<Misfit> misfits(JsonNode message) {
        if (fits.test(message)) return List.of();
        var errors = schema.validate(message);
        if (errors.isEmpty()) return List.of();
        var misfits = new ArrayList<Misfit>();
        for (var error : errors) misfits.add(new Misfit(asking(error), words(error), forgivable(error)));
        return misfits;
    }

    /** The ids of all rules it names. */
    Collection<String> named() {
        var ids = new TreeSet<String>();
        rules.values().forEach(list -> list.forEach(rule -> ids.add(rule.id())));
        return ids;
    }

    /** Addresses are written strictly and may be read leniently: who takes a strange one is not to blame. */
    private boolean forgivable(Error error) {
        return error.getKeyword().equals("pattern") && lenient.contains(place(error));
    }

    private List<Rule> asking(Error error) {
        var place = place(error);
        var keyword = error.getKeyword().equals("minContains") ? "contains" : error.getKeyword();
        var byKeyword = rules.get(place + " " + keyword);
        return byKeyword != null ? byKeyword : rules.getOrDefault(place + " " + ANY, List.of());
    }

    private static String place(Error error) {
        var at = INDEX.matcher(error.getInstanceLocation().toString()).replaceAll("/" + ANY.replace("*", "\\*"));
        var missing = error.getKeyword().equals("required") ? "/" + error.getProperty() : "";
        return at + missing;
    }

    private static String words(Error error) {
        var at = error.getInstanceLocation().toString().replaceFirst("^/", "").replace('/', '.');
        if (error.getKeyword().equals("required")) return "no " + (at.isEmpty() ? "" : at + ".") + error.getProperty();
        return (at.isEmpty() ? "the message" : at) + " fails '" + error.getKeyword() + "'";
    }

    /** Takes the names of rules out of the schema, so that it is plain JSON Schema. */
    private void strip(String place, JsonNode node) {
        if (!(node instanceof ObjectNode object)) return;
        if (object.remove(LENIENT) != null) lenient.add(place);
        var named = object.remove(RULES);
        if (named != null) note(place, named);
        for (var member : object.path("properties").properties())
            strip(place + "/" + member.getKey(), member.getValue());
        strip(place + "/" + ANY, object.path("items"));
    }

    private void note(String place, JsonNode named) {
        if (named.isArray()) rules.put(place + " " + ANY, list(named));
        else for (var entry : named.properties()) rules.put(place + " " + entry.getKey(), list(entry.getValue()));
    }

    private static List<Rule> list(JsonNode ids) {
        return Texts.all(ids).stream().map(Rules::get).toList();
    }
}
