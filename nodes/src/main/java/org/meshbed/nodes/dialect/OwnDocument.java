package org.meshbed.nodes.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.meshbed.nodes.identity.Endpoint;

/**
 * What a node says of itself in its discovery document.
 *
 * @param webdavPath prefix of shared resources, starts with {@code /}
 * @param tokenEndPoint where codes are exchanged; empty where they are not
 */
public record OwnDocument(
        boolean enabled,
        Endpoint endPoint,
        String provider,
        String webdavPath,
        List<String> shareTypes,
        Set<Capability> capabilities,
        Set<Criterion> criteria,
        Optional<Endpoint> tokenEndPoint) {}
