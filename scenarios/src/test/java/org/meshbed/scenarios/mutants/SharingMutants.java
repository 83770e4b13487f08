package org.meshbed.scenarios.mutants;

import static org.meshbed.scenarios.mutants.Mutant.nodesThat;
import static org.meshbed.scenarios.mutants.Wrongs.DISCOVERY;
import static org.meshbed.scenarios.mutants.Wrongs.SHARES;
import static org.meshbed.scenarios.mutants.Wrongs.answers;
import static org.meshbed.scenarios.mutants.Wrongs.hears;
import static org.meshbed.scenarios.mutants.Wrongs.says;
import static org.meshbed.scenarios.mutants.Wrongs.saysJson;
import static org.meshbed.scenarios.mutants.Wrongs.seeing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Nodes that are wrong about others and about shares. */
final class SharingMutants {
    private SharingMutants() {}

    static Stream<Mutant> discovery() {
        return Stream.of(
                nodesThat("say 'yes' in place of true", saysJson(DISCOVERY, d -> d.put("enabled", "yes")))
                        .mustFail("discovery/serving.feature", "A server is found by the address of its party"),
                nodesThat("name each kind of thing twice", saysJson(DISCOVERY, d -> {
                            var types = d.withArray("/resourceTypes");
                            types.add(types.get(0).deepCopy());
                            return d;
                        }))
                        .mustFail("discovery/serving.feature", "Nothing is said twice"),
                nodesThat("take files only", saysJson(DISCOVERY, d -> {
                            d.withArray("/resourceTypes").remove(1);
                            return d;
                        }))
                        .mustFail("discovery/serving.feature", "A server says that it takes folders for groups"),
                nodesThat(
                                "give a place for messages where they take none",
                                saysJson(
                                        DISCOVERY,
                                        d -> d.put("endPoint", d.get("endPoint").textValue() + "/elsewhere")))
                        .mustFail("share/sharing.feature", "A file is shared, accepted and read"),
                nodesThat("ask for no document twice", Wrongs.asksOnce())
                        .mustFail(
                                "discovery/peers.feature",
                                "What the other server says is asked for again after a while",
                                "After a failure the other server is asked again"),
                nodesThat("follow every redirect", Wrongs.followsRedirects())
                        .mustFail("discovery/peers.feature", "A server is not taken for another to which it points"),
                nodesThat("stop after a large document", Wrongs.diesOfLargeMessages())
                        .mustFail(
                                "discovery/peers.feature",
                                "A server that describes itself by three megabytes is not shared with"));
    }

    static Stream<Mutant> share() {
        var count = new AtomicInteger();
        return Stream.of(
                nodesThat("say yes to every share and keep none", answers(SHARES, Wrongs.YES))
                        .mustFail("share/sharing.feature", "A share waits for the answer of its recipient"),
                nodesThat("say yes to every share", says(SHARES, (_, _) -> Wrongs.YES))
                        .mustFail(
                                "share/refusals.feature",
                                "An unknown recipient",
                                "A share without the name",
                                "A share type that nobody knows",
                                "The same id with another name is another server's mistake"),
                nodesThat(
                                "think of a name where there is none",
                                hears(SHARES, m -> m.has("name") ? m : m.put("name", "x")))
                        .mustFail("share/refusals.feature", "A share without the name"),
                nodesThat(
                                "take every announcement for a new one",
                                hears(
                                        SHARES,
                                        m -> m.put(
                                                "providerId",
                                                m.path("providerId").asText() + count.incrementAndGet())))
                        .mustFail("share/refusals.feature", "An announcement that comes twice is shown once"),
                nodesThat("take requirements for decoration", hears(SHARES, m -> {
                            if (m.path("protocol").has("webdav"))
                                m.withObject("/protocol/webdav").remove("requirements");
                            return m;
                        }))
                        .mustFail("share/refusals.feature", "A requirement that nobody knows"),
                nodesThat("live in the past", seeing(WrongTime::standingStill))
                        .mustFail(
                                "share/sharing.feature",
                                "A share with an end cannot be read after it",
                                "The end of a share can be set later"),
                nodesThat("give every share the same secret", Wrongs.oneSecretForAll())
                        .mustFail("share/sharing.feature", "Every share has an id of its own"));
    }

    static Stream<Mutant> group() {
        return Stream.of(
                nodesThat(
                                "give a group's share to one of them",
                                hears(
                                        SHARES,
                                        m -> m.path("shareType").asText().equals("group")
                                                ? m.put("shareType", "user").put("shareWith", "dave@beta.example")
                                                : m))
                        .mustFail(
                                "share/groups.feature",
                                "Each member of a group gets the share",
                                "A group that is not there gets nothing"),
                nodesThat("take a group for a person", hears(SHARES, m -> m.put("shareType", "user")))
                        .mustFail("share/groups.feature", "A folder is shared with a group"),
                nodesThat("take a person for a group", hears(SHARES, m -> m.put("shareType", "group")))
                        .mustFail("share/groups.feature", "A group is not taken for a person"));
    }
}
