package org.meshbed.nodes.dialect;

import org.meshbed.nodes.identity.InviteToken;
import org.meshbed.nodes.identity.ServerHost;

/**
 * What the accepting server tells the inviter's server, before a dialect gives it a form.
 *
 * @param user the identifier of who accepts, without the host
 */
public record InviteAcceptance(ServerHost own, InviteToken token, String user, String email, String name) {}
