package org.meshbed.scenarios.cli;

/** Whether somebody looks at what is printed, or a file or another program takes it. */
final class Terminal {
    private Terminal() {}

    static boolean isOne() {
        var console = System.console();
        return console != null && console.isTerminal() && System.getenv("NO_COLOR") == null;
    }
}
