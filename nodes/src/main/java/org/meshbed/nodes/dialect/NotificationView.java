package org.meshbed.nodes.dialect;

import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.MessageView;

/**
 * A notification as it came.
 *
 * @param share the share id, from wherever this dialect or an older one puts it
 * @param sharedSecret inside {@code notification}, as 1.0 servers send it
 */
public record NotificationView(
        Field<String> type,
        Field<String> senderDomain,
        Field<String> resourceType,
        Field<String> shareType,
        Field<MessageView> notification,
        Field<String> share,
        Field<String> sharedSecret) {}
