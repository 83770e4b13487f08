package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.Told;
import org.meshbed.scenarios.expect.Bytes;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.expect.Lists;
import org.meshbed.scenarios.state.Access;
import org.meshbed.scenarios.state.Files;
import org.meshbed.scenarios.state.Item;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.ScenarioState;

/** Files and folders, one's own and those of others that one may change. */
public final class FileSteps {
    private static final int USUAL_LENGTH = 1000;
    private static final int MEGABYTE = 1 << 20;

    private final ScenarioState state;
    private final Access access;

    public FileSteps(ScenarioState state) {
        this.state = state;
        this.access = new Access(state);
    }

    @Given("{party} has a file {path}")
    public void file(Party party, String path) {
        has(party, path, USUAL_LENGTH);
    }

    @Given("{party} has a file {path} of {int} megabyte(s)")
    public void largeFile(Party party, String path, int megabytes) {
        has(party, path, megabytes * MEGABYTE);
    }

    @Given("{party} has an empty file {path}")
    public void emptyFile(Party party, String path) {
        has(party, path, 0);
    }

    @Given("{party} has a folder {path} with {names}")
    public void folder(Party party, String path, List<String> names) {
        names.forEach(name -> has(party, path + "/" + name, USUAL_LENGTH));
    }

    private void has(Party party, String path, int length) {
        var bytes = Files.content(party.name() + " " + path, length);
        state.files().holds(party.name(), path, bytes);
        state.nodes().whenUp(state.nodeOf(party), () -> access.keep(party, path, bytes));
    }

    @When("{party} writes {item}")
    public void writes(Party party, Item item) {
        access.write(party, item);
    }

    @When("{party} makes the folder {item}")
    public void makesFolder(Party party, Item item) {
        access.act(party, "makes the folder " + item, driver -> driver.makeFolder(access.place(party, item)));
    }

    @When("{party} renames {item} to {item}")
    public void renames(Party party, Item from, Item to) {
        Told<Nothing> told = access.act(
                party,
                "renames " + from + " to " + to,
                driver -> driver.move(access.place(party, from), access.place(party, to)));
        var old = access.origin(party, from);
        var now = access.origin(party, to);
        if (told.happened()) state.files().moved(old.owner(), old.path(), now.path());
    }

    @When("{party} deletes {item}")
    public void deletes(Party party, Item item) {
        Told<Nothing> told = access.act(party, "deletes " + item, driver -> driver.delete(access.place(party, item)));
        var old = access.origin(party, item);
        if (told.happened()) state.files().deleted(old.owner(), old.path());
    }

    @Then("{party} sees {names} in {item}")
    public void sees(Party party, List<String> names, Item folder) {
        var entries = state.shown(party, state.driver(party).list(access.place(party, folder)));
        state.now(entries, Lists.names(party.name(), folder.path(), names));
    }

    @Then("{party} finds in {path} what {party} wrote")
    public void finds(Party owner, String path, Party writer) {
        state.now(own(owner, path), Bytes.equalTo(path, written(owner, path, writer)));
    }

    @Then("{party} finds in {path} what {party} or {party} wrote")
    public void findsOne(Party owner, String path, Party one, Party other) {
        var choices = List.of(written(owner, path, one), written(owner, path, other));
        state.now(own(owner, path), Bytes.oneOf(path, choices));
    }

    @Then("{party} finds {path} unchanged")
    public void unchanged(Party owner, String path) {
        var expected = state.files().now(owner.name(), path).orElseThrow();
        state.now(own(owner, path), Bytes.equalTo(path, expected));
    }

    @Then("{party} does not have {path}")
    public void hasNot(Party owner, String path) {
        var told = access.bytes(owner, Place.own(path));
        state.now(told, t -> Expectation.unless(t instanceof Told.Refused, owner + " should not have " + path));
    }

    private byte[] own(Party owner, String path) {
        return state.shown(owner, access.bytes(owner, Place.own(path)));
    }

    private byte[] written(Party owner, String path, Party writer) {
        return state.files()
                .writtenBy(writer.name(), owner.name(), path)
                .orElseThrow(() -> new IllegalStateException(writer + " has not written " + path + " of " + owner));
    }
}
