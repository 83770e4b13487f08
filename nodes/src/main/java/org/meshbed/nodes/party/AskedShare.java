package org.meshbed.nodes.party;

/**
 * What one has asked somebody at another server to share. A share that is granted comes in as any other.
 *
 * @param owner the address of who was asked
 * @param resource as one named it
 */
public record AskedShare(String owner, String resource, State state) {
    public enum State {
        OPEN,
        DECLINED
    }
}
