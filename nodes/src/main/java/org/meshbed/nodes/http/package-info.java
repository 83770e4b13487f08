/** Thin JAX-RS resources and filters in front of the features; the same for sockets and for memory. */
package org.meshbed.nodes.http;
