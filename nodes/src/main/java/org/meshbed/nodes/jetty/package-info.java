/** Carries wire messages over real sockets: listening ports, certificates of the run, and a client that adds nothing. */
package org.meshbed.nodes.jetty;
