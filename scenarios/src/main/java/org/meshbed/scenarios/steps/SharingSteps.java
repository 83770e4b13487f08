package org.meshbed.scenarios.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.Contact;
import org.meshbed.nodes.party.Nothing;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.scenarios.expect.Expectation;
import org.meshbed.scenarios.expect.Lists;
import org.meshbed.scenarios.state.Party;
import org.meshbed.scenarios.state.ScenarioState;

/** Sharing, and what the one who shares sees of it. */
public final class SharingSteps {
    private final ScenarioState state;

    public SharingSteps(ScenarioState state) {
        this.state = state;
    }

    @When("{party} shares {path} with {party}")
    public void shares(Party owner, String path, Party with) {
        share(owner, ShareWish.of(path, state.address(with)));
    }

    /** As the list of contacts has the address: not every product makes it of the name. */
    @When("{party} shares {path} with the contact {party}")
    public void sharesWithContact(Party owner, String path, Party with) {
        shareWithContact(owner, path, with, Permissions.READ);
    }

    @When("{party} shares {path} with the contact {party} to {permissions}")
    public void sharesWithContactTo(Party owner, String path, Party with, Permissions permissions) {
        shareWithContact(owner, path, with, permissions);
    }

    private void shareWithContact(Party owner, String path, Party with, Permissions permissions) {
        var contacts = state.driver(owner).contacts().value().orElse(List.of());
        var address = Lists.among(contacts, state.address(with), state.displayName(with))
                .map(Contact::address)
                .orElse(state.address(with));
        state.shares().isAddressOf(address, with);
        share(owner, wish(path, address, ShareType.USER, permissions, Optional.empty()));
    }

    @When("{party} shares {path} with {party} to {permissions}")
    public void sharesTo(Party owner, String path, Party with, Permissions permissions) {
        share(owner, wish(path, state.address(with), ShareType.USER, permissions, Optional.empty()));
    }

    @When("{party} shares {path} with {party} for {duration}")
    public void sharesFor(Party owner, String path, Party with, Duration duration) {
        sharesToFor(owner, path, with, Permissions.READ, duration);
    }

    @When("{party} shares {path} with {party} to {permissions} for {duration}")
    public void sharesToFor(Party owner, String path, Party with, Permissions permissions, Duration duration) {
        share(owner, wish(path, state.address(with), ShareType.USER, permissions, Optional.of(duration)));
    }

    @When("{party} shares {path} with the group {word} at {node}")
    public void sharesWithGroup(Party owner, String path, String group, String node) {
        var address = group + "@" + state.origin(node).host();
        share(owner, wish(path, address, ShareType.GROUP, Permissions.READ, Optional.empty()));
    }

    @When("{party} shares {path} with {party}, behind a second factor")
    public void sharesBehindFactor(Party owner, String path, Party with) {
        share(owner, ShareWish.of(path, state.address(with)).behindASecondFactor());
    }

    @When("{party} shares {path} with {party} to {permissions}, behind a second factor")
    public void sharesToBehindFactor(Party owner, String path, Party with, Permissions permissions) {
        share(
                owner,
                wish(path, state.address(with), ShareType.USER, permissions, Optional.empty())
                        .behindASecondFactor());
    }

    /** For names that are no single word. */
    @When("{party} shares {path} with {string} at {node}")
    public void sharesWithName(Party owner, String path, String name, String node) {
        share(owner, ShareWish.of(path, name + "@" + state.origin(node).host()));
    }

    /** As it is typed; a name of a server behind the last {@code @} stands for its host. */
    @When("{party} shares {path} with the address {string}")
    public void sharesWithAddress(Party owner, String path, String address) {
        share(owner, ShareWish.of(path, state.withHost(address)));
    }

    private static ShareWish wish(
            String path, String with, ShareType type, Permissions permissions, Optional<Duration> duration) {
        // the expiry is filled in when the share is made: it counts from the clock of the mesh
        return new ShareWish(path, with, type, permissions, duration.map(d -> java.time.Instant.EPOCH.plus(d)));
    }

    private void share(Party owner, ShareWish wish) {
        var driver = state.driver(owner);
        var now = state.mesh().world().time().now();
        var expiry = wish.expiry().map(e -> now.plus(Duration.between(java.time.Instant.EPOCH, e)));
        var told = state.told(
                owner,
                "shares " + wish.path() + " with " + wish.shareWith(),
                driver.share(new ShareWish(
                        wish.path(),
                        wish.shareWith(),
                        wish.shareType(),
                        wish.permissions(),
                        expiry,
                        wish.secondFactor())));
        if (told instanceof Told.Refused) return;
        state.shares().made(owner.name(), wish.path());
        told.value().ifPresent(share -> state.shares().sent(owner.name(), List.of(share)));
    }

    @When("{party} unshares {path}")
    public void unshares(Party owner, String path) {
        unshare(owner, path, Optional.empty());
    }

    @When("{party} unshares {path} with {party}")
    public void unsharesWith(Party owner, String path, Party with) {
        unshare(owner, path, Optional.of(with));
    }

    private void unshare(Party owner, String path, Optional<Party> with) {
        var driver = state.driver(owner);
        var what = "unshares " + path + with.map(w -> " with " + w.name()).orElse("");
        var shares = sent(owner, path, with);
        if (shares.isEmpty()) state.told(owner, what, Told.refused(owner.name() + " has never shared " + path));
        for (var share : shares) state.told(owner, what, driver.unshare(share.id()));
    }

    /** What the owner's list shows, or what it showed when it shows nothing of the kind. */
    private List<SentShare> sent(Party owner, String path, Optional<Party> with) {
        if (state.shares().lookFirst()) {
            var now = listed(owner, path, with);
            if (!now.isEmpty()) return now;
        }
        return state.shares().rememberedSent(owner.name(), path, with);
    }

    private List<SentShare> listed(Party owner, String path, Optional<Party> with) {
        var all = state.driver(owner).shared().value().orElse(List.of());
        state.shares().sent(owner.name(), all);
        return all.stream()
                .filter(share -> state.shares().isOf(share, path, with))
                .toList();
    }

    @When("{party} lets the share of {path} with {party} end in {duration}")
    public void ends(Party owner, String path, Party with, Duration duration) {
        setExpiry(
                owner, path, with, Optional.of(state.mesh().world().time().now().plus(duration)));
    }

    @When("{party} lets the share of {path} with {party} go on for ever")
    public void goesOn(Party owner, String path, Party with) {
        setExpiry(owner, path, with, Optional.empty());
    }

    private void setExpiry(Party owner, String path, Party with, Optional<java.time.Instant> expiry) {
        for (var share : sent(owner, path, Optional.of(with))) {
            Told<Nothing> told = state.driver(owner).setExpiry(share.id(), expiry);
            state.told(owner, "changes the end of " + path, told);
        }
    }

    @Then("{party} sees that {party} accepted {path}")
    public void accepted(Party owner, Party with, String path) {
        sees(owner, with, path, SentShare.State.ACCEPTED);
    }

    @Then("{party} sees that {party} declined {path}")
    public void declined(Party owner, Party with, String path) {
        sees(owner, with, path, SentShare.State.DECLINED);
    }

    /** Whatever news is on its way has arrived. */
    @Then("{party} sees that {party} has not answered {path}")
    public void notAnswered(Party owner, Party with, String path) {
        state.finallyIs(
                () -> listed(owner, path, Optional.of(with)), Lists.sent(owner.name(), path, SentShare.State.PENDING));
    }

    private void sees(Party owner, Party with, String path, SentShare.State expected) {
        state.soon(() -> listed(owner, path, Optional.of(with)), Lists.sent(owner.name(), path, expected));
    }

    @Then("{party} shares nothing")
    public void nothing(Party owner) {
        count(owner, 0);
    }

    @Then("{party} shares {int} thing(s)")
    public void count(Party owner, int count) {
        state.now(
                state.shown(owner, state.driver(owner).shared()), Lists.count(owner.name(), "what was shared", count));
    }

    @Then("{party} still shares {path} with {party}")
    public void still(Party owner, String path, Party with) {
        state.finallyIs(
                () -> listed(owner, path, Optional.of(with)),
                list -> Expectation.unless(!list.isEmpty(), owner + " should still share " + path + " with " + with));
    }
}
