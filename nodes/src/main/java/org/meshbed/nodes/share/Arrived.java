package org.meshbed.nodes.share;

/**
 * A received share that is put back into a node's database, as if it had come long ago.
 *
 * @param name of what is shared; a folder's ends in a slash
 * @param owner its address
 * @param url where it is; empty in the form of the versions before 1.1
 */
public record Arrived(String name, String owner, String id, String secret, String url, boolean accepted) {}
