package org.meshbed.nodes.discovery;

import java.util.List;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.ServerHost;

/**
 * What a node learned of another server from its discovery document.
 *
 * @param host under which it was looked up: its identity, whatever host its {@code endPoint} has
 * @param endPoint base of its API
 */
public record Peer(
        ServerHost host,
        String apiVersion,
        Endpoint endPoint,
        List<OfferedType> resourceTypes,
        List<String> capabilities,
        List<String> criteria) {

    /** One entry of {@code resourceTypes}; {@code webdav} is empty where the entry has no such protocol. */
    public record OfferedType(String name, List<String> shareTypes, String webdav) {}

    /** Whether its document names this combination; {@code file} to a {@code user} is assumed (OCM-SHARE-14). */
    public boolean takes(String resourceType, String shareType) {
        return resourceType.equals("file") && shareType.equals("user")
                || resourceTypes.stream()
                        .anyMatch(t ->
                                t.name().equals(resourceType) && t.shareTypes().contains(shareType));
    }

    /** The prefix of its shared resources: that of the first entry, as the specification says (AMB-05). */
    public String webdavPath() {
        return resourceTypes.isEmpty() ? "" : resourceTypes.getFirst().webdav();
    }
}
