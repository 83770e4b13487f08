package org.meshbed.simulator.oracle.mutant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All mutants there are. */
public final class Mutants {
    private Mutants() {}

    /** In the order of what they break: documents, shares, answers, notifications, invites, access. */
    public static List<Mutant> all() {
        var all = new ArrayList<Mutant>();
        all.addAll(DocumentMutants.all());
        all.addAll(ShareMutants.all());
        all.addAll(AnswerMutants.all());
        all.addAll(NoticeMutants.all());
        all.addAll(InviteMutants.all());
        all.addAll(AccessMutants.all());
        all.addAll(SignatureMutants.all());
        all.addAll(VerifierMutants.all());
        all.addAll(OlderMutants.all());
        all.addAll(ReshareMutants.all());
        all.addAll(CrateMutants.all());
        all.addAll(DirectoryMutants.all());
        all.addAll(TokenMutants.all());
        all.addAll(SealMutants.all());
        return all;
    }

    /** A node of this column that is as it is. */
    public static Mutant none(String column) {
        return Mutant.of("none", "", new Change() {}).in(column).sound();
    }

    /** The names of the mutants that break a rule, by its id. */
    public static Map<String, List<String>> byRule() {
        var names = new TreeMap<String, List<String>>();
        for (var mutant : all())
            for (var rule : mutant.breaks())
                names.computeIfAbsent(rule, _ -> new ArrayList<>()).add(mutant.name());
        return names;
    }
}
