package org.meshbed.nodes.share;

/** Id and secret of a sent share that was put back into a node's database. */
public record Restored(String id, String secret) {}
