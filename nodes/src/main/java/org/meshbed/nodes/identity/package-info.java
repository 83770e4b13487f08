/** Values that can only be right: addresses, hosts, ids, tokens and secrets. */
package org.meshbed.nodes.identity;
