package org.meshbed.nodes.resource;

import java.util.LinkedHashMap;
import java.util.Map;
import org.meshbed.nodes.resource.DavProperty.Name;

/** The names of properties as profiles write them: with the prefixes that everybody uses. */
final class DavNames {
    private static final Map<String, String> PREFIXES = prefixes();

    private DavNames() {}

    private static Map<String, String> prefixes() {
        var prefixes = new LinkedHashMap<String, String>();
        prefixes.put("d", Xml.DAV);
        prefixes.put("oc", "http://owncloud.org/ns");
        prefixes.put("nc", "http://nextcloud.org/ns");
        prefixes.put("ocs", "http://open-collaboration-services.org/ns");
        prefixes.put("ocm", DavProperty.OCM);
        prefixes.put("s", "http://sabredav.org/ns");
        return prefixes;
    }

    /** {@code d:getetag}; a name without a prefix is one of WebDAV. */
    static Name of(String written) {
        var colon = written.indexOf(':');
        return new Name(
                PREFIXES.getOrDefault(written.substring(0, Math.max(0, colon)), Xml.DAV), written.substring(colon + 1));
    }
}
