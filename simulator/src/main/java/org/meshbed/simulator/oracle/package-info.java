/** The rules of the specification as code, held against every message of a mesh, and the findings they make. */
package org.meshbed.simulator.oracle;
