package org.meshbed.nodes.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.meshbed.nodes.protocol.MessageView;

/** The notifications of one version, or of several that write them alike. */
interface Notices {
    Optional<ObjectNode> write(Notice notice);

    ObjectNode write(ReshareRequest request);

    Optional<ObjectNode> write(ShareRequest request, String senderDomain);

    NotificationView read(MessageView message, Reading reading);

    boolean nameTheirSender();
}
