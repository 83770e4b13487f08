package org.meshbed.nodes.dialect;

import java.util.List;
import java.util.Optional;

/** The dialects there are, oldest first. */
public final class Dialects {
    /** Path of the legacy calls, where a discovery document does not say otherwise. */
    public static final String OCS_SHARES = "/ocs/v2.php/cloud/shares";

    /** Path of what is shared, where a discovery document of the legacy calls does not say otherwise. */
    public static final String OCS_WEBDAV = "/public.php/webdav/";

    public static final Dialect OCS = new DialectOcs();
    public static final Dialect V1_0 = new Dialect10();
    public static final Dialect V1_1 = new MultiDialect(Version.V1_1);
    public static final Dialect V1_2 = new MultiDialect(Version.V1_2);
    public static final Dialect V1_3 = new MultiDialect(Version.V1_3);
    public static final Dialect V1_4 = new MultiDialect(Version.V1_4);
    public static final Dialect V1_5 = new MultiDialect(Version.V1_5);
    private static final String MAJOR = "1.";
    private static final List<Dialect> ALL = List.of(OCS, V1_0, V1_1, V1_2, V1_3, V1_4, V1_5);
    private static final List<Dialect> VERSIONS = ALL.subList(1, ALL.size());

    private Dialects() {}

    public static List<Dialect> all() {
        return ALL;
    }

    public static Optional<Dialect> named(String name) {
        return ALL.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /**
     * The newest dialect not newer than {@code own} and not newer than what a peer of that {@code apiVersion} speaks;
     * the oldest there is where the version says nothing we know. The legacy calls are spoken only by and to those that
     * have no other.
     */
    public static Dialect common(Dialect own, String peerApiVersion) {
        if (own.equals(OCS) || peerApiVersion.equals(OCS.apiVersion())) return OCS;
        var best = V1_0;
        for (var dialect : VERSIONS)
            if (!newer(dialect.name(), own.name()) && !newer(dialect.name(), peerApiVersion)) best = dialect;
        return best;
    }

    /** The newest of these dialects not newer than what a peer of that {@code apiVersion} speaks; else the oldest. */
    public static Dialect common(List<String> spoken, String peerApiVersion) {
        var known = ALL.stream().filter(d -> spoken.contains(d.name())).toList();
        var best = known.getFirst();
        for (var dialect : known) if (!newer(dialect.name(), peerApiVersion)) best = dialect;
        return best;
    }

    private static boolean newer(String name, String than) {
        return minor(name) > minor(than);
    }

    private static int minor(String version) {
        if (!version.startsWith(MAJOR)) return 0;
        var minor = 0;
        for (var at = MAJOR.length(); at < version.length() && at < MAJOR.length() + 3; at++) {
            var digit = version.charAt(at) - '0';
            if (digit < 0 || digit > 9) break;
            minor = minor * 10 + digit;
        }
        return minor;
    }
}
