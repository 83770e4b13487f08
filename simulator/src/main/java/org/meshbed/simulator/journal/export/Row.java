package org.meshbed.simulator.journal.export;

/** One line of a sequence diagram, from top to bottom. */
sealed interface Row {
    /** How far down the next row begins, in pixels. */
    int height();

    /** @param arrives false where the request never reached the server */
    record Asks(long exchange, String from, String to, String label, String all, boolean arrives) implements Row {
        @Override
        public int height() {
            return 42;
        }
    }

    record Answers(long exchange, String from, String to, String label, String all, How how) implements Row {
        @Override
        public int height() {
            return 42;
        }
    }

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

    /** What a person does, and what the person is told. */
    record Acts(Lane.Actor who, String node, String label, String all) implements Row {
        @Override
        public int height() {
            return 44;
        }
    }

    record Told(Lane.Actor who, String node, String label, String all) implements Row {
        @Override
        public int height() {
            return 42;
        }
    }

    /** A change of state at a node. */
    record Note(String node, String label, String all) implements Row {
        @Override
        public int height() {
            return 36;
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
