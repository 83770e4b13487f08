package org.meshbed.nodes.party;

/** Somebody at another node, known by an invite. */
public record Contact(String address, String name, String email) {}
