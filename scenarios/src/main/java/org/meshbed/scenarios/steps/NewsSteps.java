package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.state.Heard;
import org.meshbed.scenarios.state.Item;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.Report;
import org.meshbed.scenarios.state.ScenarioState;
import org.meshbed.scenarios.state.Stranger;
import org.meshbed.scenarios.state.Topic;
import org.meshbed.simulator.oracle.Version;

/** News of shares that foreign servers tell, and that is told to them. */
public final class NewsSteps {
    private final ScenarioState state;
    private final AtomicInteger counted = new AtomicInteger();

    public NewsSteps(ScenarioState state) {
        this.state = state;
    }

    private Stranger stranger(String name) {
        return state.strangers().named(name);
    }

    /** The id of a share that the foreign server announced, or that was announced to it. */
    private String idOf(String server, String file) {
        return stranger(server)
                .announcement(file)
                .map(a -> a.id())
                .orElseGet(() -> stranger(server).got(file).text("providerId"));
    }

    private void tell(String server, String node, Report report) {
        stranger(server).tells(state.origin(node), Topic.NEWS, report.bytes());
    }

    private Report report(String server, String news, String id) {
        return new Report(stranger(server).origin(), Report.type(news), id);
    }

    @When("{node} tells {node} that {path} was {news}")
    public void tells(String server, String node, String file, String news) {
        tell(server, node, report(server, news, idOf(server, file)));
    }

    @When("{node} tells {node} that {path} was {news}, without {}")
    public void tellsWithout(String server, String node, String file, String news, String part) {
        if (part.equals("the server")) state.needs(node, Version.V1_5, "name of the server in news");
        tell(server, node, report(server, news, idOf(server, file)).without(part));
    }

    @When("{node} tells {node} that {path} was {news}, with a number as the type")
    public void tellsNumber(String server, String node, String file, String news) {
        tell(server, node, report(server, news, idOf(server, file)).withNumberAsType());
    }

    @When("{node} tells {node} that {path} was {string}")
    public void tellsWord(String server, String node, String file, String type) {
        tell(server, node, new Report(stranger(server).origin(), type, idOf(server, file)));
    }

    @When("{node} tells {node} that an unknown share was {news}")
    public void tellsUnknown(String server, String node, String news) {
        tell(server, node, report(server, news, "no-such-share"));
    }

    /** About a share of another server, whose id it has come to know. */
    @When("{node} tells {node} that {path} of {node} was {news}")
    public void tellsOfOther(String server, String node, String file, String sender, String news) {
        var owner = state.shares().origin(Item.named(file)).orElseThrow();
        var shares = state.driver(new Party(owner.owner(), java.util.Optional.of(sender)))
                .shared();
        var id = shares.value().orElse(List.of()).stream()
                .filter(s -> s.path().equals(owner.path()))
                .map(SentShare::id)
                .findFirst()
                .orElseThrow(() -> state.failed(owner.owner() + " shares no " + file));
        tell(server, node, report(server, news, id));
    }

    @Then("{node} is told that {path} was {news}")
    public void isTold(String server, String file, String news) {
        var id = idOf(server, file);
        var type = Report.type(news);
        state.soon(
                () -> stranger(server).heard(Topic.NEWS),
                heard -> Expectation.unless(
                        heard.stream()
                                .anyMatch(h -> h.text("notificationType").equals(type)
                                        && id.equals(shareId(h))
                                        && (older() || !h.text("senderDomain").isEmpty())
                                        && h.text("resourceType").equals("file")),
                        server + " should have been told that " + file + " was " + news + ", but was told "
                                + heard.stream()
                                        .map(h -> h.text("notificationType"))
                                        .toList()));
    }

    private static String shareId(Heard news) {
        return news.inner("notification", "file").text("providerId").value().orElse(news.text("providerId"));
    }

    /** Whether some node speaks a version in which news does not name the server it is from. */
    private boolean older() {
        return state.mesh().world().nodes().stream()
                .anyMatch(node -> state.speaks(node.name()).compareTo(Version.V1_5) < 0);
    }

    @Then("{node} was told between {int} and {int} times")
    public void between(String server, int least, int most) {
        var count = stranger(server).heard(Topic.NEWS).size();
        counted.set(count);
        state.now(
                count,
                c -> Expectation.unless(
                        c >= least && c <= most,
                        "%s should have been told %d to %d times, but was %d times".formatted(server, least, most, c)));
    }

    @Then("{node} was not told again")
    public void notAgain(String server) {
        var count = stranger(server).heard(Topic.NEWS).size();
        state.now(
                count,
                c -> Expectation.unless(
                        c == counted.get(),
                        server + " should not have been told again, but was " + (c - counted.get()) + " times"));
    }

    /** No pause is shorter than the one before, and the last is much longer than the first. */
    @Then("{node} was told less and less often")
    public void lessOften(String server) {
        var times = stranger(server).heard(Topic.NEWS).stream().map(Heard::at).toList();
        var pauses = IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)).toSeconds())
                .toList();
        state.now(
                pauses,
                p -> Expectation.unless(
                        p.size() >= 3
                                && p.getLast() >= 4 * p.getFirst()
                                && IntStream.range(1, p.size()).allMatch(i -> p.get(i) >= p.get(i - 1)),
                        server + " should have been told less and less often, but the pauses were " + p + " seconds"));
    }
}
