/** Reads mesh files: which nodes there are, who plays them, who lives there, what joins them. */
package org.meshbed.scenarios.meshfile;
