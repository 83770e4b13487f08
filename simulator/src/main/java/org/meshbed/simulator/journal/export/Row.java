package org.meshbed.simulator.journal.export;

import java.util.List;

/** One line of a sequence diagram, from top to bottom. */
sealed interface Row {
    /** From one line of text to the next, in pixels. */
    int LINE = 20;

    /** How far down the next row begins, in pixels. */
    int height();

    /** The same row of another exchange draws the same picture. */
    default Row alike() {
        return this;
    }

    /** @param arrives false where the request never reached the server */
    record Asks(long exchange, String from, String to, String label, String all, boolean arrives) implements Row {
        @Override
        public int height() {
            return 42;
        }

        @Override
        public Row alike() {
            return new Asks(0, from, to, label, "", arrives);
        }
    }

    record Answers(long exchange, String from, String to, String label, String all, How how) implements Row {
        @Override
        public int height() {
            return 42;
        }

        @Override
        public Row alike() {
            return new Answers(0, from, to, label, "", how);
        }
    }

    /** How an exchange ended for its caller. */
    enum How {
        WELL,
        REFUSING,
        /** The server did its work, and the caller never heard of it. */
        LOST,
        /** The request never arrived: the caller learnt it without the server. */
        NEVER_ARRIVED;

        boolean broken() {
            return this == LOST || this == NEVER_ARRIVED;
        }
    }

    /** What a person does. */
    record Acts(Lane.Actor who, String node, List<String> label, String all) implements Row {
        @Override
        public int height() {
            return 24 + LINE * label.size();
        }
    }

    /** What a person is told. */
    record Told(Lane.Actor who, String node, List<String> label, String all) implements Row {
        @Override
        public int height() {
            return 22 + LINE * label.size();
        }
    }

    /** A change of state at a node. */
    record Note(String node, List<String> label, String all) implements Row {
        @Override
        public int height() {
            return 16 + LINE * label.size();
        }
    }

    /** Something that concerns the whole mesh. */
    record Banner(String label, String all, boolean fault) implements Row {
        @Override
        public int height() {
            return 48;
        }
    }

    /** The scenario, or the sentence being done. */
    record Heading(String label, String all, boolean scenario) implements Row {
        @Override
        public int height() {
            return 44;
        }
    }
}
