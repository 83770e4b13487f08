/** Bindings: what a recording does not say by itself, as data: servers, profiles, instants, state, actions of people. */
package org.meshbed.simulator.calibration.binding;
