/** The command line: every command is one class, found by its name. */
package org.meshbed.scenarios.cli;
