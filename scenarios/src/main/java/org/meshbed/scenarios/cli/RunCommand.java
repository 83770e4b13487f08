package org.meshbed.scenarios.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.meshbed.scenarios.input.BadInput;
import org.meshbed.scenarios.run.Casting;
import org.meshbed.scenarios.run.ConsolePrinter;
import org.meshbed.scenarios.run.MeshStage;
import org.meshbed.scenarios.run.Run;
import org.meshbed.scenarios.run.RunOptions;
import org.meshbed.scenarios.run.RunResult;
import org.meshbed.scenarios.run.Shard;
import org.meshbed.scenarios.run.WorldKind;
import org.meshbed.simulator.columns.Columns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs scenarios and says what became of them. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs scenarios, prints a short result and writes the report.",
        footer = {
            "",
            "Examples:",
            "  ./meshbed run                                   all scenarios over HTTPS on loopback",
            "  ./meshbed run share --world virtual             those about shares, in virtual time",
            "  ./meshbed run my.feature:12 --seed 7            one scenario, as it was with this seed",
            "  ./meshbed run --vendors beta=reference/1.0      with another vendor behind the name beta",
            "  ./meshbed run --all-vendors reference/1.1       with another vendor behind every name"
        })
final class RunCommand implements Callable<Integer> {
    private static final int MOST_BESIDE = 64;

    @Parameters(
            paramLabel = "FEATURES",
            description =
                    "Feature files or folders, with :LINE for one scenario; a folder of Meshbed's own by its name."
                            + " Default: all of Meshbed's own.")
    private List<String> features = List.of();

    @Option(
            names = "--world",
            paramLabel = "WORLD",
            defaultValue = "loopback",
            description = "loopback (default: real HTTPS) or virtual (memory and virtual time).")
    private String world = "";

    @Option(
            names = "--vendors",
            paramLabel = "NODE=COLUMN,...",
            defaultValue = "",
            description =
                    "Which vendor plays which node, for example beta=reference/1.0. Default: all are reference/1.5.")
    private String vendors = "";

    @Option(
            names = "--all-vendors",
            paramLabel = "COLUMN",
            defaultValue = "reference/1.5",
            description = "Which vendor plays all other nodes. Default: reference/1.5.")
    private String allVendors = "";

    @Option(names = "--node", paramLabel = "NAME=URL", description = "Not yet: a real server behind a name.")
    private List<String> nodes = List.of();

    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            description = "Only scenarios whose tags match, for example '@share and not @group'.")
    private @Nullable String tags;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of the run; each scenario draws its own from it. Default: 1.")
    private long seed;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Writes every exchange and decision to this file, as JSON Lines.")
    private @Nullable Path journal;

    @Option(names = "--har", paramLabel = "FILE", description = "Writes every exchange to this file, as HTTP Archive.")
    private @Nullable Path har;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            defaultValue = "1/1",
            description = "Runs only the I-th of N equal parts.")
    private String shard = "";

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description =
                    "How many scenarios are played side by side; what is told of them keeps the order of the files."
                            + " Default: as many as there are processors, at most 4; 1 in virtual time, and where --journal or"
                            + " --har is written.")
    private @Nullable Integer parallel;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".meshbed/report",
            description = "Where the report is written. Default: .meshbed/report.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Prints the result as JSON; all else goes to the error stream.")
    private boolean json;

    @Override
    public Integer call() {
        if (!nodes.isEmpty())
            throw new BadInput("--node '" + nodes.getFirst() + "': real servers cannot be bound to a name yet");
        var kind = WorldKind.parse(world);
        var casting = Casting.parse(vendors, allVendors, Columns::read);
        var options = new RunOptions(
                        features, Optional.ofNullable(tags), seed, Shard.parse(shard), out, List.of(RunOptions.STEPS))
                .beside(beside(kind));
        var talk = new PrintStream(json ? System.err : System.out, true, StandardCharsets.UTF_8);
        var printer = new ConsolePrinter(talk, Terminal.isOne(), again(kind));
        try (var stage = new MeshStage(kind, seed, casting, Optional.ofNullable(journal), Optional.ofNullable(har))) {
            var result = new Run(options, stage, printer).run();
            tell(result, kind, casting, talk);
            return result.exitCode();
        }
    }

    private void tell(RunResult result, WorldKind kind, Casting casting, PrintStream talk) {
        talk.println("report: " + out.resolve("index.html"));
        talk.println("seed " + seed + ", world " + kind.word() + ", " + casting);
        result.figures().forEach(talk::println);
        if (json) System.out.println(RunJson.of(result, seed, kind, out.resolve("index.html")));
        talk.println(result.summary());
    }

    /** Journals are written while scenarios are played, one scenario after another. */
    private int beside(WorldKind kind) {
        var written = journal != null ? "--journal" : "--har";
        var inOrder = journal != null || har != null;
        if (parallel == null)
            return inOrder ? 1 : kind.beside(Runtime.getRuntime().availableProcessors());
        if (parallel < 1 || parallel > MOST_BESIDE)
            throw new BadInput("--parallel " + parallel + " is not between 1 and " + MOST_BESIDE + "; for example 2");
        if (parallel > 1 && inOrder)
            throw new BadInput("--parallel " + parallel + " cannot be had with " + written
                    + ", which is written in order; leave one of them out");
        return parallel;
    }

    private String again(WorldKind kind) {
        var others = vendors.isEmpty() ? "" : " --vendors '" + vendors + "'";
        var all = allVendors.equals("reference/1.5") ? "" : " --all-vendors '" + allVendors + "'";
        return " --world " + kind.word() + " --seed " + seed + all + others;
    }
}
