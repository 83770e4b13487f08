/** The state of one scenario: mesh, parties by name, last outcome. */
package org.meshbed.scenarios.state;
