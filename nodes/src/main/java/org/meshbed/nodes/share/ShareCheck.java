package org.meshbed.nodes.share;

import java.util.Optional;
import org.meshbed.nodes.dialect.Refusal;

/** One question asked of a received share. It stands by itself: profiles change the order in which checks look. */
@FunctionalInterface
interface ShareCheck {
    Optional<Refusal> look(Incoming incoming);
}
