/** Says sentences to a mesh that is up: from its standard input, and from another process of the same person. */
package org.meshbed.scenarios.control;
