/** Builds a node's own discovery document, fetches and caches those of its peers. */
package org.meshbed.nodes.discovery;
