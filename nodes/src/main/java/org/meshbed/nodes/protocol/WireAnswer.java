package org.meshbed.nodes.protocol;

/** What a request is answered with: a reply, or the connection is closed without one. */
public sealed interface WireAnswer permits WireReply, NoAnswer {}
