/** How each OCM version encodes and decodes the messages. */
package org.meshbed.nodes.dialect;
