/** Nodes that are wrong on purpose, and the scenarios that must see it. */
package org.meshbed.scenarios.mutants;
