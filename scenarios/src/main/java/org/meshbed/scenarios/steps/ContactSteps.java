package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.Told;
import org.meshbed.scenarios.expect.Lists;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.ScenarioState;

/** Whom people know. */
public final class ContactSteps {
    private final ScenarioState state;

    public ContactSteps(ScenarioState state) {
        this.state = state;
    }

    @Then("{party} has {party} as a contact")
    public void has(Party party, Party other) {
        state.soon(() -> contacts(party), Lists.contact(party.name(), state.address(other), state.displayName(other)));
    }

    @Then("{party} does not have {party} as a contact")
    public void hasNot(Party party, Party other) {
        state.finallyIs(
                () -> contacts(party), Lists.noContact(party.name(), state.address(other), state.displayName(other)));
    }

    @Then("{party} has no contacts")
    public void none(Party party) {
        count(party, 0);
    }

    @Then("{party} has {int} contact(s)")
    public void count(Party party, int count) {
        state.finallyIs(() -> contacts(party), Lists.count(party.name(), "contacts", count));
    }

    private List<Contact> contacts(Party party) {
        return state.shown(party, state.driver(party).contacts());
    }

    @When("{party} removes the contact {party}")
    public void removes(Party party, Party other) {
        state.told(
                party,
                "removes the contact " + other.name(),
                state.driver(party).removeContact(state.address(other)));
    }

    @When("{party} looks for {string}")
    public void looksFor(Party party, String text) {
        state.told(party, "looks for " + text, state.driver(party).findRecipient(text));
    }

    @Then("{party} finds {party}")
    public void finds(Party party, Party other) {
        state.now(found(party), Lists.contact(party.name(), state.address(other), state.displayName(other)));
    }

    @Then("{party} finds no contact")
    public void findsNone(Party party) {
        state.now(found(party), Lists.count(party.name(), "contacts", 0));
    }

    private List<Contact> found(Party party) {
        if (state.outcomes().last(party.name()) instanceof Told.Done<?>(List<?> list, var _))
            return list.stream().map(Contact.class::cast).toList();
        throw state.failed(party + " has found nothing that could be looked at");
    }
}
