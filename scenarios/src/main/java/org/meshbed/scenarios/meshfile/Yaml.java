package org.meshbed.scenarios.meshfile;

import java.util.List;
import java.util.Optional;

/** A value in a YAML file that remembers where it stands, so that a mistake in it can be pointed at. */
sealed interface Yaml {
    Place place();

    /** What it is, in words for a message. */
    String kind();

    /** Line and column, counted from 1. */
    record Place(int line, int column) {
        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }

    /** A word, number or text, as it is written; the empty text for nothing. */
    record Scalar(Place place, String text) implements Yaml {
        @Override
        public String kind() {
            return text.isEmpty() ? "nothing" : "'" + text + "'";
        }
    }

    record Sequence(Place place, List<Yaml> items) implements Yaml {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    record Mapping(Place place, List<Entry> entries) implements Yaml {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /** The value of a key; the first, where a key stands there two times. */
        Optional<Yaml> get(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }

        @Override
        public String kind() {
            return "a map of keys";
        }
    }

    record Entry(Place place, String key, Yaml value) {}
}
