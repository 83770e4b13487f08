package org.meshbed.nodes.dialect;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.MessageView;

/**
 * A notification as it came, its fields found by one dialect; nothing in it is right by being here.
 *
 * @param meaning of {@code notificationType} in this dialect or, where it is taken too, an older one
 * @param share the share id, from wherever this dialect or an older one puts it
 * @param sharedSecret inside {@code notification}, as servers before 1.5 send it
 * @param permissions that a share gets, or that are wanted of one
 * @param shareWith the third party of a reshare, or who asks for a share
 * @param owner who is asked for a share
 * @param resource what a share is asked for: an identifier or a URL
 * @param user the removed user: an OCM address, or up to 1.4 its identifier
 * @param group the identifier of the removed group
 */
public record NotificationView(
        Field<String> type,
        Optional<Notice.Type> meaning,
        Field<String> senderDomain,
        Field<String> resourceType,
        Field<String> shareType,
        Field<MessageView> notification,
        Field<String> share,
        Field<String> sharedSecret,
        Field<List<String>> permissions,
        Field<String> shareWith,
        Field<String> owner,
        Field<String> resource,
        Field<String> user,
        Field<String> group) {}
