package org.meshbed.nodes.signature;

import org.meshbed.nodes.protocol.WireRequest;

/**
 * A signed request.
 *
 * @param base what was signed, line by line
 */
record Made(WireRequest request, String base) {}
