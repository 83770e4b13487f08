package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.INVITES;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.meshbed.simulator.journal.Entry;
import org.meshbed.simulator.journal.Raw;

/** Servers that tell the acceptance of an invite wrongly. */
final class InviteMutants {
    private InviteMutants() {}

    static List<Mutant> all() {
        var all = new ArrayList<Mutant>();
        all.addAll(Carriage.mutants(
                "acceptances", INVITES, "/invite-accepted", "INV-04", "INV-05", "INV-06", "INV-07", "INV-14"));
        for (var member :
                List.of("recipientProvider INV-08", "token INV-09", "userID INV-11", "email INV-12", "name INV-13")) {
            var name = member.split(" ")[0];
            all.add(invite("no " + name, member.split(" ")[1], message -> message.remove(name)));
        }
        all.add(invite("a token that is a number", "INV-07", message -> message.put("token", 7)));
        all.add(invite(
                "the name of another server",
                "INV-08",
                message -> message.put("recipientProvider", "elsewhere.example")));
        all.add(invite(
                "a URL in place of a name",
                "INV-08",
                message -> message.put("recipientProvider", "https://alpha.example")));
        all.add(invite(
                "a whole address",
                "INV-11",
                message -> message.put(
                        "userID", "alice@" + message.path("recipientProvider").asText())));
        all.addAll(texts());
        all.add(Mutant.of(
                "invites: the answer names somebody else",
                "INV-10",
                Changes.answer(INVITES, body -> body.put("userID", "somebody-else"))));
        all.add(Mutant.of(
                        "invites: an unknown one is 400",
                        "LEG-12",
                        Changes.reply(INVITES, reply -> reply.status() == 404 ? Changes.status(reply, 400) : reply))
                .in("reference/1.1"));
        return all;
    }

    /** Invites and addresses of the stranger, as alice is given them. */
    private static List<Mutant> texts() {
        return List.of(
                accepting("a padded invite string", "INV-35", "padded-tok", "=="),
                accepting("an invite string with an @ in its token", "INV-36", "tok@en-1", ""),
                accepting("an invite string", "INV-37", "some-token", ""),
                Mutant.of("invite: with padding", "DEF-05", new Change() {
                    @Override
                    public Entry.Action telling(Entry.Action usual) {
                        var text = usual.invite().message();
                        return usual.verb().equals("invites") && !text.isEmpty()
                                ? new Entry.Action(
                                        usual.stamp(),
                                        usual.who(),
                                        usual.verb(),
                                        usual.what(),
                                        usual.told(),
                                        usual.since(),
                                        new Raw<>(text + "="))
                                : usual;
                    }
                }),
                ShareMutants.toOmega(
                        "the name of a user in capitals",
                        "DEF-01",
                        share -> share.put(
                                "shareWith", share.path("shareWith").asText().replace("mallory", "Mallory"))),
                ShareMutants.toOmega(
                        "the name of a user cut at its first @",
                        "DEF-01",
                        share -> share.put(
                                "shareWith", share.path("shareWith").asText().replace("mallory@home@", "mallory@"))));
    }

    private static Mutant accepting(String what, String rule, String token, String padding) {
        var text = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((token + "@omega.example").getBytes(StandardCharsets.UTF_8));
        return invite("of " + what + ", misread", rule + " INV-09", message -> {
                    if (message.path("token").asText().equals(token)) message.put("token", "something-else");
                })
                .then(stage -> stage.alice().acceptInvite(text + padding));
    }

    private static Mutant invite(String name, String breaks, Consumer<ObjectNode> change) {
        return Mutant.of("acceptance: " + name, breaks, Changes.message(INVITES, change));
    }
}
