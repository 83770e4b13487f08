package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.protocol.NoAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.scenarios.expect.Answers;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.state.Announcement;
import org.meshbed.scenarios.state.Heard;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.ScenarioState;
import org.meshbed.scenarios.state.ShareField;
import org.meshbed.scenarios.state.Stranger;
import org.meshbed.scenarios.state.Topic;
import org.meshbed.simulator.oracle.Version;

/** Shares that foreign servers announce, and shares that are announced to them. */
public final class AnnouncementSteps {
    /** What shares of 1.0 lack, or may lack. */
    private static final List<ShareField> SINCE_1_1 =
            List.of(ShareField.SENDER, ShareField.URI, ShareField.REQUIREMENT);

    private final ScenarioState state;

    public AnnouncementSteps(ScenarioState state) {
        this.state = state;
    }

    private Stranger stranger(String name) {
        return state.strangers().named(name);
    }

    private Announcement to(String server, String file, Party recipient) {
        return stranger(server).announces(file, state.address(recipient));
    }

    private void send(String server, Party recipient, Announcement announcement) {
        send(server, state.nodeOf(recipient), announcement);
    }

    private void send(String server, String node, Announcement announcement) {
        if (state.cast(node).equals(Optional.of(Version.V1_0))) announcement.asFrom10();
        stranger(server).tells(state.origin(node), Topic.SHARES, announcement.bytes());
        state.shares().made("mallory", announcement.file());
        state.files().holds("mallory", announcement.file(), Stranger.content(announcement.file()));
    }

    @When("{node} announces {path} to {party}")
    public void announces(String server, String file, Party recipient) {
        send(server, recipient, to(server, file, recipient));
    }

    @When("{node} announces {path} to {party} again")
    public void again(String server, String file, Party recipient) {
        send(server, recipient, stranger(server).announced(file));
    }

    @When("{node} announces {path} for {party} to {node}")
    public void elsewhere(String server, String file, Party recipient, String node) {
        send(server, node, to(server, file, recipient));
    }

    @When("{node} announces {path} to {party} without {field}")
    public void without(String server, String file, Party recipient, ShareField field) {
        send(server, recipient, to(server, file, recipient).without(known(recipient, field)));
    }

    @When("{node} announces {path} to {party} with a number as {field}")
    public void number(String server, String file, Party recipient, ShareField field) {
        send(server, recipient, to(server, file, recipient).withNumber(known(recipient, field)));
    }

    @When("{node} announces {path} to {party} with nothing in {field}")
    public void nothing(String server, String file, Party recipient, ShareField field) {
        send(server, recipient, to(server, file, recipient).with(known(recipient, field), ""));
    }

    @When("{node} announces {path} to {party} with {field} {string}")
    public void text(String server, String file, Party recipient, ShareField field, String text) {
        send(server, recipient, to(server, file, recipient).with(known(recipient, field), text));
    }

    @When("{node} announces {path} to {party} with {field} of {int} letters")
    public void letters(String server, String file, Party recipient, ShareField field, int letters) {
        send(server, recipient, to(server, file, recipient).with(known(recipient, field), "x".repeat(letters)));
    }

    @When("{node} announces {path} to {party} with no protocol inside")
    public void noProtocol(String server, String file, Party recipient) {
        send(server, recipient, to(server, file, recipient).protocol(Optional.empty()));
    }

    @When("{node} announces {path} to {party} with an end in the past")
    public void ended(String server, String file, Party recipient) {
        var past = state.mesh().world().time().now().minusSeconds(3600);
        send(server, recipient, to(server, file, recipient).ends(past));
    }

    @When("{node} announces {path} to {party} in the form of version 1.0")
    public void version10(String server, String file, Party recipient) {
        send(server, recipient, to(server, file, recipient).inTheFormOf10());
    }

    /** Under the id of the first share that any foreign server announced here. */
    @When("{node} announces {path} to {party} under the same id as {path} of {node}")
    public void sameId(String server, String file, Party recipient, String other, String otherServer) {
        var announcement =
                to(server, file, recipient).under(stranger(otherServer).announced(other));
        send(server, recipient, announcement);
    }

    /** It says that somebody at another server shares it. */
    @When("{node} announces {path} to {party} in the name of {word} at {node}")
    public void inTheNameOf(String server, String file, Party recipient, String user, String other) {
        var sender = user + "@" + state.origin(other).host();
        send(
                server,
                recipient,
                to(server, file, recipient).with(ShareField.SENDER, sender).with(ShareField.OWNER, sender));
    }

    @When("{node} announces {path} to {party}, to be fetched from the address {path}")
    public void fetchedFromAddress(String server, String file, Party recipient, String address) {
        send(server, recipient, to(server, file, recipient).with(known(recipient, ShareField.URI), address));
    }

    @When("{node} announces {path} to {party}, to be fetched from {node}")
    public void fetchedFrom(String server, String file, Party recipient, String elsewhere) {
        var uri = new Endpoint(state.origin(elsewhere), "/files/here/stolen").toString();
        send(server, recipient, to(server, file, recipient).with(known(recipient, ShareField.URI), uri));
    }

    /** The same field, where the version of the recipient's server has it. */
    private ShareField known(Party recipient, ShareField field) {
        if (SINCE_1_1.contains(field)) state.needs(state.nodeOf(recipient), Version.V1_1, field.key() + " in a share");
        return field;
    }

    @Then("{node} takes it")
    public void takes(String node) {
        state.now(state.strangers().lastAnswer(), Answers.taken(node));
    }

    /** It may say so, or close the connection. */
    @Then("{node} does not take it")
    public void takesNot(String node) {
        state.now(state.strangers().lastAnswer(), Answers.notTaken(node));
    }

    @Then("{node} refuses it")
    public void refuses(String node) {
        state.now(state.strangers().lastAnswer(), Answers.refusedBy(node));
    }

    @Then("{node} refuses it as wrong")
    public void wrong(String node) {
        state.now(state.strangers().lastAnswer(), Answers.refusedBy(node, 400));
    }

    @Then("{node} refuses it as not supported")
    public void notSupported(String node) {
        state.now(state.strangers().lastAnswer(), Answers.refusedBy(node, 501));
    }

    @Then("{node} refuses it as a conflict")
    public void conflict(String node) {
        state.now(state.strangers().lastAnswer(), Answers.refusedBy(node, 409));
    }

    @When("{node} answers {topic} that the message is wrong")
    public void answersWrong(String server, Topic topic) {
        answers(server, topic, 400);
    }

    @When("{node} answers {topic} that nobody is trusted")
    public void answersUntrusted(String server, Topic topic) {
        answers(server, topic, 403);
    }

    @When("{node} answers {topic} that they are not taken")
    public void answersUnsupported(String server, Topic topic) {
        answers(server, topic, 501);
    }

    @When("{node} answers {topic} that it is in maintenance")
    public void answersMaintenance(String server, Topic topic) {
        answers(server, topic, 503);
    }

    @When("{node} answers {topic} that it is broken")
    public void answersBroken(String server, Topic topic) {
        answers(server, topic, 500);
    }

    @When("{node} answers {topic} that it was used")
    public void answersUsed(String server, Topic topic) {
        answers(server, topic, 409);
    }

    @When("{node} answers {topic} with a page of HTML")
    public void answersHtml(String server, Topic topic) {
        stranger(server).answers(topic, _ -> WireReply.text(200, "<html><body>Welcome</body></html>"));
    }

    private void answers(String server, Topic topic, int status) {
        var body = "{\"message\":\"NO\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        stranger(server).answers(topic, _ -> WireReply.json(status, body));
    }

    @When("{node} breaks the connection after it got a share")
    public void breaks(String server) {
        stranger(server).answers(Topic.SHARES, _ -> new NoAnswer(true));
    }

    @Then("{node} has got {path} for {path}")
    public void got(String server, String file, String recipient) {
        var heard = stranger(server).got(file);
        var address = recipient + "@" + stranger(server).origin().host();
        state.now(
                heard,
                h -> Expectation.unless(
                        h.text("shareWith").equals(address)
                                && h.request().method().equals("POST")
                                && h.request()
                                        .headers()
                                        .first("Content-Type")
                                        .orElse("")
                                        .startsWith("application/json"),
                        server + " should have got " + file + " for " + address + ", but got it for "
                                + h.text("shareWith")));
    }

    @Then("{node} has got nothing")
    public void gotNothing(String server) {
        state.now(
                stranger(server).heard(Topic.SHARES),
                heard -> Expectation.unless(
                        heard.isEmpty(), server + " should have got no share, but has got " + heard.size()));
    }

    @Then("{node} has got {int} shares with different ids and secrets")
    public void different(String server, int count) {
        var heard = stranger(server).heard(Topic.SHARES);
        state.now(
                heard,
                list -> Expectation.unless(
                        list.size() == count
                                && distinct(list.stream()
                                                .map(h -> h.text("providerId"))
                                                .toList())
                                        == count
                                && distinct(list.stream()
                                                .map(AnnouncementSteps::secret)
                                                .toList())
                                        == count,
                        server + " should have got " + count + " shares, each with its own id and secret"));
    }

    private static long distinct(List<String> texts) {
        return texts.stream().filter(text -> !text.isEmpty()).distinct().count();
    }

    static String secret(Heard share) {
        return share.inner("protocol", "webdav")
                .text("sharedSecret")
                .value()
                .or(() ->
                        share.inner("protocol", "options").text("sharedSecret").value())
                .orElse("");
    }
}
