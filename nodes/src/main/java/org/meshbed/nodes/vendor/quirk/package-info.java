/** The closed list of places where a vendor may deviate, as plain data: quirk types and the values they are made of. */
package org.meshbed.nodes.vendor.quirk;
