/** The whole catalogue again and again: in other JVMs, with other seeds, in both worlds. */
package org.meshbed.scenarios.repeat;
