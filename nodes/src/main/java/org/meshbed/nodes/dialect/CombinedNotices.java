package org.meshbed.nodes.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.meshbed.nodes.identity.SharedSecret;
import org.meshbed.nodes.protocol.MessageView;

/**
 * The notifications of 1.5 for a mesh of many versions: the id of the share also at the top, and its secret inside, as
 * servers before 1.5 look for them (AMB-41).
 */
record CombinedNotices(NestedNotices nested) implements Notices {
    @Override
    public Optional<ObjectNode> write(Notice notice) {
        var message = nested.write(notice);
        return notice.secret().isEmpty()
                ? message
                : message.map(m -> both(m, notice.subject(), notice.secret().get()));
    }

    private static ObjectNode both(ObjectNode message, String id, SharedSecret secret) {
        var inner = message.remove("notification");
        var more = message.put("providerId", id).putObject("notification").put("sharedSecret", secret.value());
        more.setAll((ObjectNode) inner);
        return message;
    }

    @Override
    public ObjectNode write(ReshareRequest request) {
        return both(nested.write(request), request.share().value(), request.secret());
    }

    @Override
    public Optional<ObjectNode> write(ShareRequest request, String senderDomain) {
        return nested.write(request, senderDomain);
    }

    @Override
    public NotificationView read(MessageView message, Reading reading) {
        return nested.read(message, reading);
    }

    @Override
    public boolean nameTheirSender() {
        return true;
    }
}
