package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.party.AskedShare;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.RequestedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.Told;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.state.Access;
import org.meshbed.scenarios.state.Item;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.ScenarioState;

/** What becomes of a share after it was made, and how one comes about that nobody offered. */
public final class ChangingSteps {
    private final ScenarioState state;
    private final Access access;

    public ChangingSteps(ScenarioState state) {
        this.state = state;
        this.access = new Access(state);
    }

    @When("{party} lets {party} {permissions} {path}")
    public void lets(Party owner, Party with, Permissions permissions, String path) {
        var shares = sent(owner, with, path);
        var what = "lets " + with.name() + " " + permissions + " " + path;
        if (shares.isEmpty())
            state.told(owner, what, Told.refused(owner.name() + " does not share " + path + " with " + with.name()));
        for (var share : shares)
            state.told(owner, what, state.driver(owner).changePermissions(share.id(), permissions));
    }

    /** With the very share that somebody else made: nobody can be refused it by not seeing it. */
    @When("{party} lets {party} {permissions} {path} of {party}")
    public void letsOf(Party party, Party with, Permissions permissions, String path, Party owner) {
        var share = sent(owner, with, path).stream()
                .findFirst()
                .orElseThrow(() -> state.failed(owner + " does not share " + path + " with " + with));
        state.told(
                party,
                "lets " + with.name() + " " + permissions + " " + path + " of " + owner.name(),
                state.driver(party).changePermissions(share.id(), permissions));
    }

    private List<SentShare> sent(Party owner, Party with, String path) {
        return state.driver(owner).shared().value().orElse(List.of()).stream()
                .filter(share -> state.shares().isOf(share, path, Optional.of(with)))
                .toList();
    }

    @When("{party} shares on {item} with {party} to {permissions}")
    public void reshares(Party party, Item item, Party with, Permissions permissions) {
        reshare(party, item, state.address(with), permissions);
    }

    /** As it is typed; a name of a server behind the last {@code @} stands for its host. */
    @When("{party} shares on {item} with the address {string}")
    public void resharesWithAddress(Party party, Item item, String address) {
        reshare(party, item, state.withHost(address), Permissions.READ);
    }

    private void reshare(Party party, Item item, String address, Permissions permissions) {
        var told = access.received(party, item)
                .map(id -> state.driver(party).reshare(id, address, permissions))
                .orElseGet(() -> Told.refused(party.name() + " sees no " + item));
        state.told(party, "shares on " + item + " with " + address, told);
    }

    /** What is asked for is named as its owner's server knows it. */
    @When("{party} asks {party} for {path}")
    public void asks(Party party, Party owner, String resource) {
        var told = state.told(
                party,
                "asks " + owner.name() + " for " + resource,
                state.driver(party).requestShare(state.address(owner), resource));
        if (!(told instanceof Told.Refused)) state.shares().made(owner.name(), resource);
    }

    @When("{party} gives {party} {path}")
    public void approves(Party owner, Party who, String path) {
        decide(owner, who, path, "gives", PartyDriver::approve);
    }

    @When("{party} refuses {party} {path}")
    public void refuses(Party owner, Party who, String path) {
        decide(owner, who, path, "refuses", PartyDriver::refuse);
    }

    private <T> void decide(
            Party owner, Party who, String path, String verb, BiFunction<PartyDriver, String, Told<T>> decision) {
        var driver = state.driver(owner);
        Told<T> told = requests(owner).stream()
                .filter(r -> isOf(r, who, path))
                .findFirst()
                .map(r -> decision.apply(driver, r.id()))
                .orElseGet(() -> Told.refused(who.name() + " has not asked for " + path));
        state.told(owner, verb + " " + who.name() + " " + path, told);
    }

    private List<RequestedShare> requests(Party owner) {
        return state.shown(owner, state.driver(owner).requests());
    }

    private boolean isOf(RequestedShare request, Party who, String path) {
        return request.path().equals(path) && request.requester().equals(state.address(who));
    }

    @Then("{party} sees that {party} asks for {path}")
    public void sees(Party owner, Party who, String path) {
        state.soon(
                () -> requests(owner),
                list -> Expectation.unless(
                        list.stream().anyMatch(r -> isOf(r, who, path)),
                        owner + " should see that " + who + " asks for " + path + ", but sees " + list));
    }

    @Then("nothing is asked of {party}")
    public void nobodyAsks(Party owner) {
        state.finallyIs(
                () -> requests(owner),
                list -> Expectation.unless(
                        list.isEmpty(), "nothing should be asked of " + owner + ", but these ask: " + list));
    }

    @Then("the request of {party} for {path} is open")
    public void isOpen(Party party, String resource) {
        state.finallyIs(() -> asked(party), list -> is(party, resource, list, AskedShare.State.OPEN));
    }

    @Then("the request of {party} for {path} is declined")
    public void isDeclined(Party party, String resource) {
        state.soon(() -> asked(party), list -> is(party, resource, list, AskedShare.State.DECLINED));
    }

    @Then("{party} asks for nothing")
    public void asksNothing(Party party) {
        state.finallyIs(
                () -> asked(party),
                list -> Expectation.unless(list.isEmpty(), party + " should ask for nothing, but asks for " + list));
    }

    private List<AskedShare> asked(Party party) {
        return state.shown(party, state.driver(party).asked());
    }

    private static Optional<String> is(Party party, String resource, List<AskedShare> asked, AskedShare.State wanted) {
        return Expectation.unless(
                asked.stream().anyMatch(a -> a.resource().equals(resource) && a.state() == wanted),
                "the request of %s for %s should be %s, but they asked for %s"
                        .formatted(party, resource, wanted, asked));
    }
}
