/** The exchange of a share's secret for a short-lived access token: the endpoint that gives it, and who asks for it. */
package org.meshbed.nodes.token;
