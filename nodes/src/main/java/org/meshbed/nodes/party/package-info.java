/** What a person or an operator can do at a node, and what they are told. */
package org.meshbed.nodes.party;
