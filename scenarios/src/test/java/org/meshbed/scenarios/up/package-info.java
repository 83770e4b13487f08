/** A mesh kept up in a process of its own, used as people use it: with curl, rclone, litmus and sentences. */
package org.meshbed.scenarios.up;
