package org.meshbed.nodes.dialect;

import java.util.List;
import java.util.Optional;

/**
 * What distinguishes one version of OCM from the next among those that name their protocols one by one (1.1 to 1.5).
 *
 * @param serves paths of its discovery document
 * @param asks paths at which it looks for a peer's
 * @param calls it takes below its endpoint
 * @param tokens how a code is exchanged for a token; empty for a version without
 * @param datatx whether transfer is a protocol of its own in its discovery document
 * @param webdavReceive whether its discovery document says which uris it takes
 * @param sizes whether a share says how large the file is
 * @param otherwise the form of a share's uri towards a peer that does not say what it takes
 * @param alwaysOtherwise whether that form is the only one of this version
 */
record Version(
        String name,
        String apiVersion,
        List<String> serves,
        List<String> asks,
        List<String> calls,
        Vocabulary words,
        Notices notices,
        Dialect.Invites invites,
        Optional<TokenForm> tokens,
        boolean datatx,
        boolean webdavReceive,
        boolean sizes,
        UriForm otherwise,
        boolean alwaysOtherwise) {
    private static final String OLD_PATH = "/ocm-provider";
    private static final String PATH = "/.well-known/ocm";
    private static final List<String> THREE = List.of("shares", "notifications", "invite-accepted");
    private static final List<String> FOUR = List.of("shares", "notifications", "invite-accepted", "request-share");

    /** The uri is a whole URL, invites come up, capabilities are paths. */
    static final Version V1_1 = new Version(
            "1.1",
            "1.1.0",
            List.of(OLD_PATH),
            List.of(OLD_PATH),
            THREE,
            Vocabulary.V1_1,
            FlatNotices.V1_0,
            Invitations.V1_1,
            Optional.empty(),
            true,
            false,
            false,
            UriForm.ABSOLUTE,
            true);

    /** As of 1.2.2. A whole URL is deprecated, but all that a peer without {@code webdav-uri} is known to take. */
    static final Version V1_2 = new Version(
            "1.2",
            "1.2.2",
            List.of(PATH, OLD_PATH),
            List.of(PATH, OLD_PATH),
            THREE,
            Vocabulary.V1_2,
            FlatNotices.V1_2,
            Invitations.V1_2,
            Optional.of(TokenForm.JSON),
            true,
            false,
            false,
            UriForm.ABSOLUTE,
            false);

    /** Other words, {@code accessTypes} and {@code size}; transfer is no protocol any more. */
    static final Version V1_3 = new Version(
            "1.3",
            "1.3.0",
            List.of(PATH, OLD_PATH),
            List.of(PATH, OLD_PATH),
            THREE,
            Vocabulary.V1_3,
            FlatNotices.V1_2,
            Invitations.V1_2,
            Optional.of(TokenForm.FORM),
            false,
            false,
            true,
            UriForm.ABSOLUTE,
            false);

    /** Other words again, {@code webdav-receive}, and a call to ask for a share; the old path is gone. */
    static final Version V1_4 = new Version(
            "1.4",
            "1.4.0",
            List.of(PATH),
            List.of(PATH, OLD_PATH + "/"),
            FOUR,
            Vocabulary.V1_4,
            FlatNotices.V1_2,
            Invitations.V1_2,
            Optional.of(TokenForm.FORM),
            false,
            true,
            true,
            UriForm.RELATIVE,
            false);

    /** Notifications say what they are about; asking for a share is one of them. */
    static final Version V1_5 = new Version(
            "1.5",
            "1.5.0",
            List.of(PATH),
            List.of(PATH, OLD_PATH + "/"),
            THREE,
            Vocabulary.V1_4,
            new NestedNotices(),
            Invitations.V1_5,
            Optional.of(TokenForm.FORM),
            false,
            true,
            true,
            UriForm.RELATIVE,
            false);

    Optional<SignatureForm> signatures() {
        return switch (name) {
            case "1.2" -> Optional.of(SignatureForm.CAVAGE);
            case "1.3" -> Optional.of(SignatureForm.UNNAMED);
            case "1.4" -> Optional.of(SignatureForm.LABELLED);
            case "1.5" -> Optional.of(SignatureForm.TAGGED);
            default -> Optional.empty();
        };
    }

    Version with(Notices other) {
        return new Version(
                name,
                apiVersion,
                serves,
                asks,
                calls,
                words,
                other,
                invites,
                tokens,
                datatx,
                webdavReceive,
                sizes,
                otherwise,
                alwaysOtherwise);
    }
}
