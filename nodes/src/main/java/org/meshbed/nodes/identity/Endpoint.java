package org.meshbed.nodes.identity;

import java.util.regex.Pattern;

/**
 * An absolute http or https URL as discovery documents and shares hold them: origin and raw target, never decoded.
 *
 * @param origin scheme, host and port
 * @param target path and query exactly as written, starting with {@code /}
 */
public record Endpoint(Origin origin, String target) {
    private static final int LONGEST = 4096;
    private static final Pattern SHAPE = Pattern.compile("(?i)(https?)://([^/?#@\\s]+)([/?][^#\\s]*)?(#.*)?");
    private static final String FORM = "an absolute http or https URL; for example https://cloud.example.org/ocm";

    /** Reads an absolute URL; throws {@link NotWellFormed} for relative ones, user info, spaces and other schemes. */
    public static Endpoint parse(String url) {
        var shape = SHAPE.matcher(url);
        if (url.length() > LONGEST || !shape.matches()) throw new NotWellFormed("URL", url, FORM);
        var scheme = shape.group(1).equalsIgnoreCase("https") ? Scheme.HTTPS : Scheme.HTTP;
        var authority = shape.group(2);
        var host = hasPort(authority)
                ? ServerHost.parse(authority)
                : ServerHost.parse(authority + ":" + scheme.defaultPort());
        var target = shape.group(3) == null ? "/" : shape.group(3);
        return new Endpoint(new Origin(scheme, host), target.startsWith("/") ? target : "/" + target);
    }

    private static boolean hasPort(String authority) {
        var at = authority.length();
        while (at > 0 && authority.charAt(at - 1) >= '0' && authority.charAt(at - 1) <= '9') at--;
        return at > 0 && at < authority.length() && authority.charAt(at - 1) == ':';
    }

    /** This endpoint with a path below it: exactly one slash between the two, a query behind both. */
    public Endpoint below(String path) {
        var query = target.indexOf('?');
        if (query >= 0) {
            var below = new Endpoint(origin, target.substring(0, query)).below(path);
            return new Endpoint(origin, below.target() + target.substring(query));
        }
        var base = target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
        return new Endpoint(origin, base + (path.startsWith("/") ? path : "/" + path));
    }

    @Override
    public String toString() {
        return origin + target;
    }
}
