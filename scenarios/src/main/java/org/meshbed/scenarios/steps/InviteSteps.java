package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.meshbed.nodes.party.Invite;
import org.meshbed.nodes.party.Told;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.state.Invites.Handed;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.ScenarioState;
import org.meshbed.simulator.oracle.Version;

/** Invites: made, handed over in one form or another, accepted, withdrawn. */
public final class InviteSteps {
    private final ScenarioState state;

    public InviteSteps(ScenarioState state) {
        this.state = state;
    }

    /** Whom it is meant for is known to the two alone: an invite names nobody. */
    @When("{party} invites {party}")
    public void invites(Party party, Party whom) {
        var told =
                state.told(party, "invites " + whom.name(), state.driver(party).invite());
        told.value()
                .ifPresent(
                        invite -> state.invites().made(party.name(), new Handed(invite.id(), invite.inviteString())));
    }

    /** Whether it knows no invites at all or makes none now. */
    @Then("{party} cannot invite {party}")
    public void cannotInvite(Party party, Party whom) {
        state.now(
                state.driver(party).invite(),
                told -> Expectation.unless(
                        told instanceof Told.Refused || told instanceof Told.Unsupported,
                        party + " should not be able to invite " + whom + ", but was told: " + told.words()));
    }

    @Given("{party} invites {party} with the token {string}")
    public void invitesWith(Party stranger, Party whom, String token) {
        var plain = token + "@" + state.origin(state.nodeOf(stranger)).host();
        state.invites().made(stranger.name(), new Handed("", encoded(plain)));
    }

    @When("{party} accepts the invite of {party}")
    public void accepts(Party party, Party inviter) {
        accept(party, state.invites().last(inviter.name()).inviteString());
    }

    /** Each form that people are handed an invite in. */
    @When("{party} accepts the invite of {party} as {}")
    public void acceptsAs(Party party, Party inviter, String form) {
        var invite = state.invites().last(inviter.name()).inviteString();
        var plain = new String(Base64.getUrlDecoder().decode(invite), StandardCharsets.UTF_8);
        accept(
                party,
                switch (form) {
                    case "an invite string" -> invite;
                    case "an invite string with padding" ->
                        Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
                    case "plain base64" -> Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
                    case "token and server" -> plain;
                    case "a link" -> link(plain);
                    default -> throw new IllegalArgumentException("an invite is not handed over as " + form);
                });
    }

    private static String link(String plain) {
        var at = plain.lastIndexOf('@');
        return "https://" + plain.substring(at + 1) + "/invite?token=" + plain.substring(0, at);
    }

    /** As it is typed; a name of a server behind the last {@code @} stands for its host. */
    @When("{party} accepts the invite text {string}")
    public void acceptsText(Party party, String text) {
        accept(party, state.withHost(text));
    }

    private void accept(Party party, String text) {
        state.told(party, "accepts an invite", state.driver(party).acceptInvite(text));
    }

    @Then("{party} cannot accept the invite of {party}")
    public void cannot(Party party, Party inviter) {
        var told = state.driver(party)
                .acceptInvite(state.invites().last(inviter.name()).inviteString());
        state.now(
                told,
                t -> Expectation.unless(
                        t instanceof Told.Refused || t instanceof Told.Unsupported,
                        party + " should not be able to accept an invite, but was told: " + t.words()));
    }

    @When("{party} withdraws the invite")
    public void withdraws(Party party) {
        var id = state.invites().last(party.name()).id();
        state.told(party, "withdraws the invite", state.driver(party).withdraw(id));
    }

    @Then("the invite of {party} is open")
    public void open(Party party) {
        is(party, Invite.State.OPEN);
    }

    @Then("the invite of {party} is accepted")
    public void accepted(Party party) {
        is(party, Invite.State.ACCEPTED);
    }

    @Then("the invite of {party} is withdrawn")
    public void withdrawn(Party party) {
        is(party, Invite.State.WITHDRAWN);
    }

    @Then("the invite of {party} is expired")
    public void expired(Party party) {
        is(party, Invite.State.EXPIRED);
    }

    private void is(Party party, Invite.State expected) {
        var id = state.invites().last(party.name()).id();
        state.soon(
                () -> state.shown(party, state.driver(party).invites()),
                invites -> Expectation.unless(
                        invites.stream().anyMatch(i -> i.id().equals(id) && i.state() == expected),
                        "the invite of %s should be %s, but the list says %s"
                                .formatted(
                                        party,
                                        expected,
                                        invites.stream().map(Invite::state).toList())));
    }

    @Then("the invite of {party} is an invite string of {node}")
    public void form(Party party, String node) {
        var text = state.invites().last(party.name()).inviteString();
        state.now(
                text,
                t -> Expectation.unless(
                        t.matches(state.speaks(node) == Version.V1_5 ? "[A-Za-z0-9_-]+" : "[A-Za-z0-9+/_-]+={0,2}")
                                && plain(t).matches(".{16,}@.+")
                                && plain(t).endsWith("@" + state.origin(node).host()),
                        "the invite of " + party + " should be base64url of token@host without padding"));
    }

    @Then("the invites of {party} differ")
    public void differ(Party party) {
        var all = state.invites().all(party.name()).stream()
                .map(Handed::inviteString)
                .toList();
        state.now(
                all,
                texts -> Expectation.unless(
                        texts.size() > 1 && texts.stream().distinct().count() == texts.size(),
                        "the invites of " + party + " should differ from each other"));
    }

    private static String plain(String inviteString) {
        var url = inviteString.replace('+', '-').replace('/', '_');
        return new String(Base64.getUrlDecoder().decode(url), StandardCharsets.UTF_8);
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Both have each other as a contact afterwards. */
    @Given("{party} and {party} know each other by an invite")
    public void know(Party one, Party other) {
        invites(one, other);
        accepts(other, one);
        for (var who : List.of(one, other))
            state.now(
                    state.outcomes().last(who.name()),
                    told -> Expectation.unless(
                            told.happened(),
                            who + " should have got to know the other, but was told: " + told.words()));
    }
}
