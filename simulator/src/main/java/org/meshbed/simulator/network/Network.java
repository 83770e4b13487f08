package org.meshbed.simulator.network;

/** The links between the nodes of one mesh. */
public final class Network {}
