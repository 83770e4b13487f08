/** Profiles, quirk types and the registry: every vendor behaviour lives here and nowhere else. */
package org.meshbed.nodes.vendor;
