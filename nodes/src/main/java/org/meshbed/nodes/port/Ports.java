package org.meshbed.nodes.port;

/** All that a node asks of the world. */
public record Ports(
        Transport transport, Time time, Tasks tasks, Secrets secrets, Chance chance, Store store, Witness witness) {
    /** The same with other secrets. */
    public Ports with(Secrets other) {
        return new Ports(transport, time, tasks, other, chance, store, witness);
    }
}
