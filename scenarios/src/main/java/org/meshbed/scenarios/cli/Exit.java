package org.meshbed.scenarios.cli;

/** How commands end. */
final class Exit {
    static final int FINE = 0;
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;
    static final int BROKEN = 3;

    private Exit() {}
}
