/** What breaks in a mesh, when, and until when. */
package org.meshbed.simulator.fault;
