package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Optional;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.Told;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.expect.Lists;
import org.meshbed.scenarios.state.Access;
import org.meshbed.scenarios.state.Item;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.ScenarioState;

/** What recipients see of shares, and how they answer them. */
public final class ReceivedSteps {
    private final ScenarioState state;
    private final Access access;

    public ReceivedSteps(ScenarioState state) {
        this.state = state;
        this.access = new Access(state);
    }

    @When("{party} accepts {item}")
    public void accepts(Party party, Item item) {
        answer(party, item, "accepts", PartyDriver::accept);
    }

    @When("{party} declines {item}")
    public void declines(Party party, Item item) {
        answer(party, item, "declines", PartyDriver::decline);
    }

    @When("{party} leaves {item}")
    public void leaves(Party party, Item item) {
        answer(party, item, "leaves", PartyDriver::leave);
    }

    private interface Verb {
        Told<Nothing> on(PartyDriver driver, String share);
    }

    private void answer(Party party, Item item, String verb, Verb action) {
        var id = access.received(party, item);
        Told<Nothing> told = id.map(share -> action.on(state.driver(party), share))
                .orElseGet(() -> Told.refused(party.name() + " sees no " + item));
        state.told(party, verb + " " + item, told);
    }

    @Then("{party} sees {item} as pending")
    public void pending(Party party, Item item) {
        sees(party, item, ReceivedShare.State.PENDING);
    }

    @Then("{party} sees {item} as accepted")
    public void accepted(Party party, Item item) {
        sees(party, item, ReceivedShare.State.ACCEPTED);
    }

    @Then("{party} sees {item} as declined")
    public void declined(Party party, Item item) {
        sees(party, item, ReceivedShare.State.DECLINED);
    }

    private void sees(Party party, Item item, ReceivedShare.State expected) {
        state.soon(() -> access.look(party, item), Lists.received(party.name(), item.toString(), expected));
    }

    /** Whatever was on its way has arrived, and it is not there. */
    @Then("{party} does not see {item}")
    public void notSeen(Party party, Item item) {
        state.finallyIs(() -> access.look(party, item), Lists.notReceived(party.name(), item.toString()));
    }

    @Then("{party} sees nothing")
    public void nothing(Party party) {
        count(party, 0);
    }

    @Then("{party} sees {int} share(s)")
    public void count(Party party, int count) {
        state.finallyIs(() -> access.looksAt(party), Lists.count(party.name(), "what was shared", count));
    }

    @Then("{party} sees that {item} is from {party}")
    public void isFrom(Party party, Item item, Party owner) {
        var address = state.address(owner);
        state.soon(
                () -> access.look(party, item),
                share -> Expectation.unless(
                        share.filter(s ->
                                        s.owner().equals(address) && s.sender().equals(address))
                                .isPresent(),
                        party + " should see that " + item + " is from " + address + ", but sees " + share));
    }

    @Then("{party} sees that {item} came by the group {word}")
    public void cameBy(Party party, Item item, String group) {
        state.soon(
                () -> access.look(party, item),
                share -> Expectation.unless(
                        share.flatMap(ReceivedShare::viaGroup)
                                .filter(group::equals)
                                .isPresent(),
                        party + " should see that " + item + " came by the group " + group + ", but sees " + share));
    }

    @Then("{party} may {permissions} {item}")
    public void may(Party party, Permissions permissions, Item item) {
        state.soon(
                () -> access.look(party, item),
                share -> Expectation.unless(
                        share.map(ReceivedShare::permissions)
                                .filter(permissions::equals)
                                .isPresent(),
                        "%s should see that %s may be used to %s, but sees %s"
                                .formatted(party, item, permissions, share.map(ReceivedShare::permissions))));
    }

    /** What the recipient sees of the share and what its owner sees of it is the same. */
    @Then("{party} and {party} agree about {item}")
    public void agree(Party party, Party owner, Item item) {
        state.soon(
                () -> access.look(party, item).map(s -> s.state().name()) + " and " + sent(owner, party, item),
                both -> Expectation.unless(
                        both.split(" and ")[0].equals(both.split(" and ")[1]),
                        party + " and " + owner + " should agree about " + item + ", but they see " + both));
    }

    private Optional<String> sent(Party owner, Party with, Item item) {
        return state.driver(owner).shared().value().orElse(java.util.List.of()).stream()
                .filter(s -> state.shares().isOf(s, item.path(), Optional.of(with)))
                .findFirst()
                .map(s -> s.state().name());
    }

    /** Done means that it is there, refused that it is not, unclear that the owner can still take it back. */
    @Then("what {party} was told about {item} and {party} is true")
    public void told(Party owner, Item item, Party with) {
        var told = state.outcomes().last(owner.name());
        state.finallyIs(
                () -> access.look(with, item).isPresent(),
                there -> Expectation.unless(
                        switch (told) {
                            case Told.Done<?> _ -> there;
                            case Told.Refused<?> _ -> !there;
                            case Told.Unclear<?> _ ->
                                sent(owner, with, item)
                                        .filter(SentShare.State.DECLINED.name()::equals)
                                        .isEmpty();
                            case Told.Unsupported<?> _ -> true;
                        },
                        owner + " was told '" + told.words() + "', but " + item + (there ? " is" : " is not")
                                + " there"));
    }
}
