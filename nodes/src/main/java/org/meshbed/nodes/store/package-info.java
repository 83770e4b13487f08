/** Where a node's state is kept: in memory, which outlives a restart of the node, or on disk, which outlives a crash. */
package org.meshbed.nodes.store;
