/** The journal in the forms of others: sequence diagrams, HAR, curl lines and a transcript to read. */
package org.meshbed.simulator.journal.export;
