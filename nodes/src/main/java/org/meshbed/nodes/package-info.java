/** One Open Cloud Mesh server, in any vendor's manner. */
package org.meshbed.nodes;
