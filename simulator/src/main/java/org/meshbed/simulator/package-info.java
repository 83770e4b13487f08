/** Many nodes, one clock, one network. */
package org.meshbed.simulator;
