package org.meshbed.nodes.vendor;

import java.util.Optional;
import org.meshbed.nodes.port.Testimony;
import org.meshbed.nodes.port.Testimony.Kind;
import org.meshbed.nodes.vendor.quirk.Quirk;

/** A question that was put to a profile, and what the witness hears of it. */
record Asked(Optional<Quirk> quirk, Testimony said) {
    static Asked of(Class<? extends Quirk> type, Optional<Declared> declared) {
        var quirk = declared.map(Declared::quirk);
        var said = quirk.map(Object::toString).orElse("as the dialect");
        return new Asked(quirk, new Testimony.Consulted(Kind.QUIRK, Quirk.name(type), said));
    }
}
