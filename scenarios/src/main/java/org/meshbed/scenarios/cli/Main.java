package org.meshbed.scenarios.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Where {@code ./meshbed} begins. */
@Command(
        name = "meshbed",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "A multi-node simulator and testbed for Open Cloud Mesh.")
public final class Main implements Runnable {
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"meshbed " + (version == null ? "(not packaged)" : version)};
        }
    }
}
