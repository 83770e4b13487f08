package org.meshbed.simulator.oracle;

import static org.meshbed.simulator.oracle.Check.FINE;
import static org.meshbed.simulator.oracle.Check.callee;
import static org.meshbed.simulator.oracle.Check.caller;
import static org.meshbed.simulator.oracle.Check.unless;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** How a receiving server deals with resources that are embedded in shares. */
final class EmbeddedChecks {
    private EmbeddedChecks() {}

    static List<Check> all() {
        var checks = new ArrayList<Check>();
        checks.add(callee(
                Kind.SHARE,
                "OCM-EMB-06",
                "to take what it advertises as embedded-receive",
                x -> unless(
                        !alone(x) || !type(x).path("protocols").has("embedded-receive") || x.status() != 501,
                        () -> "status " + x.status())));
        checks.add(callee(
                Kind.SHARE,
                "OCM-EMB-12",
                "embedded-receive in the own discovery document",
                x -> unless(
                        !alone(x)
                                || !x.successful()
                                || x.calleeDocument().isMissingNode()
                                || !x.calleeDocument()
                                        .findPath("embedded-receive")
                                        .isMissingNode(),
                        "took it and does not advertise that")));
        checks.add(callee(
                Kind.SHARE,
                "OCM-EMB-16",
                "a limit on the size of what is embedded",
                x -> unless(
                        !x.successful() || !LimitChecks.absurd(x) || !embeds(x), () -> "took " + LimitChecks.size(x))));
        for (var kind : List.of(Kind.ACCESS, Kind.OTHER)) {
            checks.add(caller(
                    kind,
                    "OCM-EMB-02 OCM-EMB-10",
                    "nothing to be fetched for an embedded resource",
                    crate((x, crate) -> unless(
                            !theirs(x, crate) || !x.path().contains(crate.id()), () -> "asked for " + x.path()))));
            checks.add(caller(
                    kind,
                    "OCM-EMB-09",
                    "no URI inside taken for a place of the resource",
                    crate((x, crate) -> unless(
                            !crate.texts().contains("https://" + x.authority() + x.path()),
                            "asked for a URI that stands inside"))));
            checks.add(caller(
                    kind,
                    "OCM-EMB-17",
                    "nothing inside taken for a credential",
                    crate((x, crate) -> unless(
                            x.request().headers().all("Authorization").stream()
                                    .noneMatch(line -> crate.texts().stream()
                                            .anyMatch(text -> text.length() > 7 && line.endsWith(" " + text))),
                            "presented a text that stands inside"))));
        }
        return checks;
    }

    private static boolean alone(Seen x) {
        return Announced.offered(x.message()).equals(List.of("embedded"))
                && x.message().path("protocol").path("embedded").isObject();
    }

    /** Of a message that is cut, its beginning has to tell. */
    private static boolean embeds(Seen x) {
        return alone(x) || x.cut() && Reading.text(x.request().body()).contains("\"embedded\":{");
    }

    /** The entry of the receiving server's document for this type of resource and share. */
    private static JsonNode type(Seen x) {
        for (var type : x.calleeDocument().path("resourceTypes"))
            if (Texts.of(type.path("name")).equals(x.text("resourceType"))
                    && Texts.holds(type.path("shareTypes"), x.text("shareType"))) return type;
        return MissingNode.getInstance();
    }

    private static boolean theirs(Seen x, Crates.Crate crate) {
        return x.authority().equals(crate.sender())
                || x.known().addressOf(x.authority()).equals(crate.sender());
    }

    private static Function<Seen, String> crate(BiFunction<Seen, Crates.Crate, String> look) {
        return x -> {
            for (var crate : x.known().crates().of(x.caller().name())) {
                var what = look.apply(x, crate);
                if (!what.isEmpty()) return what;
            }
            return FINE;
        };
    }
}
