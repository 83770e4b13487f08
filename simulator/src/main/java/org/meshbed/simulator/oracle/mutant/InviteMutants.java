package org.meshbed.simulator.oracle.mutant;

import static org.meshbed.simulator.oracle.mutant.Changes.INVITES;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
        return all;
    }

    private static Mutant invite(String name, String breaks, Consumer<ObjectNode> change) {
        return Mutant.of("acceptance: " + name, breaks, Changes.message(INVITES, change));
    }
}
