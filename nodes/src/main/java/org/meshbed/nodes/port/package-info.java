/** What a node asks of the world: transport, time, tasks, secrets, chance, store and a witness; nothing else. */
package org.meshbed.nodes.port;
