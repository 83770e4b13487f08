/** The one seed of a run and the streams of numbers drawn from it. */
package org.meshbed.simulator.seed;
