package org.meshbed.scenarios.meshfile;

/** What the nodes of a mesh are called in addresses. */
public enum Naming {
    /** {@code alice@cern.localhost:9401}. */
    NAME,
    /** {@code alice@localhost:9401}. */
    PORT,
    /** A name given for each node. */
    HOST
}
