package org.meshbed.nodes.share;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Reading;
import org.meshbed.nodes.dialect.Refusal;
import org.meshbed.nodes.dialect.ShareView;
import org.meshbed.nodes.discovery.Peer;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.protocol.MessageView;
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
 * @param sender who it comes from, where that can be read
 * @param found what was learned of the sender's server while it was looked at
 */
record Incoming(
        ShareView view,
        Optional<Refusal> broken,
        Dialect dialect,
        Reading reading,
        Signed signed,
        MessageView whole,
        Optional<String> recipient,
        Optional<OcmAddress> sender,
        AtomicReference<Optional<Peer>> found) {}
