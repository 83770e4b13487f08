/** Carries share accepted, declined and unshared between the two servers of a share. */
package org.meshbed.nodes.notification;
