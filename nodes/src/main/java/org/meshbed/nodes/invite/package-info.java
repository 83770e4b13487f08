/** Both ends of the invite flow, and the contacts it makes. */
package org.meshbed.nodes.invite;
