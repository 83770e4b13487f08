package org.meshbed.nodes.share;

import java.util.Optional;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Reading;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.ShareView;
import org.meshbed.nodes.signature.Signed;

/**
 * A share creation notification under examination.
 *
 * @param broken why the body could not be read at all, where it could not; the view is empty then
 * @param dialect in which it came
 * @param reading how much is taken of it
 * @param signed its signature
 * @param whole the message as it was read
 * @param recipient the user or group at this server that it is for, where it names one
 */
record Incoming(
        ShareView view,
        Optional<Refusal> broken,
        Dialect dialect,
        Reading reading,
        Signed signed,
        String whole,
        Optional<String> recipient) {}
