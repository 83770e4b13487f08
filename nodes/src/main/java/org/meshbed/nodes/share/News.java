package org.meshbed.nodes.share;

import org.meshbed.nodes.dialect.Notice;
import org.meshbed.nodes.identity.ServerHost;

/** Carries news of a share to the other server, sooner or later; never blocks on it. */
@FunctionalInterface
public interface News {
    void tell(ServerHost server, Notice notice);
}
