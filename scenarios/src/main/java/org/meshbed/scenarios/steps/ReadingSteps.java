package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.Told;
import org.meshbed.scenarios.expect.Answers;
import org.meshbed.scenarios.expect.Bytes;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.state.Access;
import org.meshbed.scenarios.state.Item;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.ScenarioState;

/** Reading what was shared. */
public final class ReadingSteps {
    private final ScenarioState state;
    private final Access access;

    public ReadingSteps(ScenarioState state) {
        this.state = state;
        this.access = new Access(state);
    }

    @When("{party} reads {item}")
    public void reads(Party party, Item item) {
        var told = state.told(party, "reads " + item, access.bytes(party, access.place(party, item)));
        told.value().ifPresent(bytes -> state.files().read(party.name(), bytes));
    }

    /** The answer is a URL and a header line: other programs, such as rclone, open the share with them. */
    @When("{party} shows how to reach {item}")
    public void showsHowToReach(Party party, Item item) {
        var id = access.received(party, item).orElseThrow(() -> state.failed(party + " does not see " + item));
        state.told(party, "shows how to reach " + item, state.driver(party).reach(id));
    }

    /** The bytes are those that the owner has. */
    @Then("{party} can read {item}")
    public void canRead(Party party, Item item) {
        var told = access.bytes(party, access.place(party, item));
        state.now(told, Answers.done(party + " who reads " + item));
        var origin = access.origin(party, item);
        var expected = state.files().now(origin.owner(), origin.path()).orElseThrow();
        state.now(told.value().orElseThrow(), Bytes.equalTo(item.path(), expected));
    }

    @When("{party} looks into {item}")
    public void looksInto(Party party, Item item) {
        access.act(party, "looks into " + item, driver -> driver.list(access.place(party, item)));
    }

    @Then("{party} cannot read {item}")
    public void cannotRead(Party party, Item item) {
        var place = access.place(party, item);
        state.now(access.bytes(party, place), Answers.refused(party + " who reads " + item));
    }

    /** Somebody tries with what another recipient sees. */
    @Then("{party} cannot read {item} of {party}")
    public void cannotReadOf(Party party, Item item, Party other) {
        var id = access.received(other, item).orElseThrow(() -> state.failed(other + " does not see " + item));
        var told = access.bytes(party, Place.in(id, item.inside()));
        state.now(told, Answers.refused(party + " who reads " + item + " of " + other));
    }

    @Then("{party} has read {item} before or after the change")
    public void hasRead(Party party, Item item) {
        var origin = access.origin(party, item);
        var read = state.files().readBy(party.name()).orElseThrow(() -> state.failed(party + " has read nothing"));
        state.now(read, Bytes.oneOf(item.path(), state.files().history(origin.owner(), origin.path())));
    }

    /** Where a person's last answer is that it was read. */
    @Then("{party} has read {item}")
    public void wasRead(Party party, Item item) {
        state.now(
                state.outcomes().last(party.name()),
                told -> Expectation.unless(told instanceof Told.Done, party + " should have read " + item));
    }
}
