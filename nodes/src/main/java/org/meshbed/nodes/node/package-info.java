/** Puts features, vendor profile and ports together into one OCM server. */
package org.meshbed.nodes.node;
