/** Expectations that return a description of the mismatch. */
package org.meshbed.scenarios.expect;
