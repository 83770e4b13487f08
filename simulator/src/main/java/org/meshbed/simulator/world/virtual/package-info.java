/** A mesh in memory and in virtual time: the same seed gives the same run. */
package org.meshbed.simulator.world.virtual;
