package org.meshbed.simulator.oracle;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Paths and URLs as far as rules compare them. */
final class Paths {
    private Paths() {}

    /** Single slashes, and none at the end. */
    static String bare(String path) {
        var bare = path.indexOf("//") < 0 ? path : path.replaceAll("/{2,}", "/");
        return bare.length() > 1 && bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    /** The path of an absolute URL, without a slash at its end; empty where it has none or is no URL. */
    static String ofUrl(String url) {
        try {
            var path = new URI(url).getRawPath();
            return path == null || path.equals("/") ? "" : bare(path);
        } catch (URISyntaxException e) {
            return "";
        }
    }

    /** Host and port of an absolute URL, lower case, without the default port; empty where it is no URL. */
    static String authority(String url) {
        try {
            var uri = new URI(url);
            if (uri.getHost() == null) return "";
            var usual = "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
            var port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
            return uri.getHost().toLowerCase(Locale.ROOT) + port;
        } catch (URISyntaxException e) {
            return "";
        }
    }

    static boolean absolute(String uri) {
        return uri.regionMatches(true, 0, "https://", 0, 8) || uri.regionMatches(true, 0, "http://", 0, 7);
    }

    /** Whether a path is this one or below it. */
    static boolean isAtOrBelow(String path, String base) {
        return path.equals(base) || path.startsWith(base.endsWith("/") ? base : base + "/");
    }
}
