/** Whom a node talks to and listens to: what leaves it, and what it demands. */
package org.meshbed.nodes.trust;
