package org.meshbed.scenarios.conform;

/** What came of one rule, the strongest word first: the first of several that apply to a rule is its verdict. */
public enum Outcome {
    FAILED("failed"),
    /** What it needed did not work, or the server died before. */
    BLOCKED("blocked"),
    PASSED("passed"),
    /** The server does not offer what the rule is about. */
    UNSUPPORTED("unsupported"),
    NOT_TESTED("not tested");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
