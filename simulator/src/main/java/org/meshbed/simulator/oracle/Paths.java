package org.meshbed.simulator.oracle;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
        var end = endOfPlainHost(url);
        return end < 0 ? oddPath(url) : path(url.substring(end));
    }

    private static String oddPath(String url) {
        try {
            return path(new URI(url).getRawPath());
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String path(@Nullable String raw) {
        return raw == null || raw.isEmpty() || raw.equals("/") ? "" : bare(raw);
    }

    /** Host and port of an absolute URL, lower case, without the default port; empty where it is no URL. */
    static String authority(String url) {
        var end = endOfPlainHost(url);
        return end < 0 ? oddAuthority(url) : url.substring(url.indexOf("//") + 2, end);
    }

    private static String oddAuthority(String url) {
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

    /**
     * Where the host ends in a URL of the form most have, of which nothing has to be asked: a name in lower case, no
     * port, a path of plain characters; -1 for any other.
     */
    private static int endOfPlainHost(String url) {
        var begin = url.startsWith("https://") ? 8 : url.startsWith("http://") ? 7 : -1;
        if (begin < 0) return -1;
        var slash = url.indexOf('/', begin);
        var end = slash < 0 ? url.length() : slash;
        return isPlainHost(url, begin, end) && isPlainPath(url, end) ? end : -1;
    }

    /** The last label begins with a letter: it is a name and no address. */
    private static boolean isPlainHost(String url, int begin, int end) {
        var label = begin;
        for (var i = begin; i < end; i++) {
            var c = url.charAt(i);
            if (c == '.' && i > label) label = i + 1;
            else if (!isLetter(c) && !isDigit(c)) return false;
        }
        return label < end && isLetter(url.charAt(label));
    }

    private static boolean isPlainPath(String url, int begin) {
        for (var i = begin; i < url.length(); i++) {
            var c = url.charAt(i);
            if (!isLetter(c) && !isDigit(c) && (c < 'A' || c > 'Z') && "/._~-".indexOf(c) < 0) return false;
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return 'a' <= c && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return '0' <= c && c <= '9';
    }

    static boolean absolute(String uri) {
        return uri.regionMatches(true, 0, "https://", 0, 8) || uri.regionMatches(true, 0, "http://", 0, 7);
    }

    /** Whether a path is this one or below it. */
    static boolean isAtOrBelow(String path, String base) {
        return path.equals(base) || path.startsWith(base.endsWith("/") ? base : base + "/");
    }
}
