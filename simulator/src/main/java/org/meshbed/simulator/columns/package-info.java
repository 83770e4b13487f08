/** Vendors as columns of a mesh or a matrix: read, and held against the rules and invariants they say they break. */
package org.meshbed.simulator.columns;
