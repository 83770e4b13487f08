package org.meshbed.nodes.vendor;

import java.util.Optional;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Dialects;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.port.Testimony.Kind;
import org.meshbed.nodes.port.Witness;

/** How one node behaves: its profile, asked under the eyes of its witness. */
public final class Manner {
    private final Witness witness;
    private volatile Profile profile;

    public Manner(Profile profile, Witness witness) {
        this.profile = profile;
        this.witness = witness;
    }

    public Profile profile() {
        return profile;
    }

    public Limits limits() {
        return profile.limits();
    }

    public Dialect dialect() {
        return profile.dialect();
    }

    /** The quirk of this type, where the profile has it. Question and answer go to the witness. */
    public <Q extends Quirk> Optional<Q> find(Class<Q> type) {
        var found = profile.find(type).map(Declared::quirk).map(type::cast);
        var answer = found.map(Object::toString).orElse("as the dialect");
        witness.saw(new Testimony.Consulted(Kind.QUIRK, Quirk.name(type), answer));
        return found;
    }

    /** The newest dialect that this node and a peer of that API version both understand. */
    public Dialect towards(String peerApiVersion) {
        var chosen = Dialects.common(profile.dialect(), peerApiVersion);
        witness.saw(new Testimony.Consulted(Kind.DIALECT, "towards " + peerApiVersion, chosen.name()));
        return chosen;
    }

    /** Switches a setting while the node runs; throws {@link BadProfile} for a name or value it does not have. */
    public void change(String setting, String value) {
        profile = profile.with(setting, value);
    }
}
