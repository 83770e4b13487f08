/** The shared files and access to them: users' homes, a WebDAV server over a part of one, and a client for others'. */
package org.meshbed.nodes.resource;
