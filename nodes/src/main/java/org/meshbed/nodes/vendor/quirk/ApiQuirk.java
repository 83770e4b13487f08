package org.meshbed.nodes.vendor.quirk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What it serves, and where. */
public sealed interface ApiQuirk extends Quirk {
    /** The calls it takes below its endpoint, instead of the dialect's. */
    @QuirkName("api.serves")
    record ApiServes(
            @Words(from = Words.Listed.CALLS, what = "call") List<String> calls) implements ApiQuirk {
        public ApiServes {
            calls = List.copyOf(calls);
        }
    }

    /**
     * Where things are below its origin: its endpoint, what is shared, its token endpoint and its keys. What is left out
     * is where this software has it. The path of what is shared is written as in the discovery document, with or without a
     * slash at its end.
     */
    @QuirkName("http.paths")
    record HttpPaths(Optional<String> api, Optional<String> data, Optional<String> token, Optional<String> keys)
            implements ApiQuirk {}

    /**
     * Rows that are looked at before anything else, in order: the first that fits answers, or leads to a place. Of several
     * declarations the later ones are looked at first.
     */
    @QuirkName("http.routes")
    record HttpRoutes(List<Route> rows) implements ApiQuirk, Merging {
        public HttpRoutes {
            rows = List.copyOf(rows);
        }

        @Override
        public Quirk over(Quirk below) {
            return new HttpRoutes(Route.joined(rows, ((HttpRoutes) below).rows));
        }
    }

    /** Rows for what nothing serves, or nothing by that method: the first that fits answers. */
    @QuirkName("http.not-found")
    record HttpNotFound(List<Route> rows) implements ApiQuirk, Merging {
        public HttpNotFound {
            rows = List.copyOf(rows);
        }

        @Override
        public Quirk over(Quirk below) {
            return new HttpNotFound(Route.joined(rows, ((HttpNotFound) below).rows));
        }
    }

    /**
     * Rows that are looked at first while the operator has put it into maintenance: the first that fits answers, or leads
     * to where it is served all the same.
     */
    @QuirkName("http.maintenance")
    record HttpMaintenance(List<Route> rows) implements ApiQuirk, Merging {
        public HttpMaintenance {
            rows = List.copyOf(rows);
        }

        @Override
        public Quirk over(Quirk below) {
            return new HttpMaintenance(Route.joined(rows, ((HttpMaintenance) below).rows));
        }
    }

    /** Header lines that every answer has which fits: the first row counts; a line that is there already stays as it is. */
    @QuirkName("http.adds")
    record HttpAdds(List<Added> rows) implements ApiQuirk, Merging {
        public HttpAdds {
            rows = List.copyOf(rows);
        }

        @Override
        public Quirk over(Quirk below) {
            var all = new ArrayList<>(rows);
            all.addAll(((HttpAdds) below).rows);
            return new HttpAdds(all);
        }
    }

    /**
     * Which differences of paths make no difference, instead of the first two of these: {@code doubled-slashes}, a
     * {@code trailing-slash}, {@code percent-encoding} where it is not needed, {@code dots} that stand for the very folder
     * in what is shared.
     */
    @QuirkName("http.tidies")
    record HttpTidies(
            @Words(
                    value = {"doubled-slashes", "trailing-slash", "percent-encoding", "dots"},
                    what = "difference of paths")
            List<String> differences)
            implements ApiQuirk {
        public HttpTidies {
            differences = List.copyOf(differences);
        }
    }
}
