package org.meshbed.simulator.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What later exchanges are judged by, drawn from one that has ended. */
final class Lessons {
    private static final Pattern HREF = Pattern.compile("<(?:[A-Za-z]+:)?href>([^<]+)<");

    /** A year, in seconds. */
    private static final long LONGEST = 31_536_000;

    private Lessons() {}

    /** @param entry number of the entry with which the exchange ended */
    static void learn(Seen seen, long entry) {
        RunChecks.after(seen);
        seen.known().sealed(seen);
        switch (seen.kind()) {
            case DISCOVERY -> seen.known().lookedUp(seen);
            case NOTIFICATION -> notification(seen, entry);
            case INVITE -> invite(seen);
            case ACCESS -> access(seen, entry);
            case TOKEN -> token(seen, entry);
            case KEYS -> {
                if (seen.status() == 200) seen.known().keys(seen.authority(), seen.path(), seen.answer());
            }
            case SHARE -> share(seen);
            case OTHER -> seen.known().followed(seen);
            case ASK -> {}
        }
    }

    private static void share(Seen seen) {
        if (seen.status() >= 400) seen.known().refused(seen.number());
        if (!seen.successful()) return;
        var share =
                new Announced(seen.number(), seen.caller().name(), seen.callee().name(), seen.message());
        if (share.old()) seen.known().tookOldForm(share.callee());
    }

    private static void notification(Seen seen, long entry) {
        if (!seen.successful()) return;
        if (!List.of("SHARE_ACCEPTED", "SHARE_DECLINED").contains(Notices.type(seen)))
            seen.known().deed("tells", entry);
        if (Notices.type(seen).equals("SHARE_DECLINED")) seen.known().tokens().startAnew();
        if (!Notices.type(seen).equals("SHARE_UNSHARED")) return;
        seen.known()
                .between(seen.caller(), seen.callee(), Notices.shareId(seen.message()))
                .filter(share -> share.caller().equals(seen.caller().name()))
                .ifPresent(share -> seen.known().ended(share, seen.number()));
    }

    private static void invite(Seen seen) {
        if (seen.status() != 200) return;
        var known = seen.known();
        var provider = Invites.host(seen.text("recipientProvider"));
        known.accepted(Invites.key(seen), seen.text("userID") + "@" + provider);
        known.met(known.addressOf(seen.authority()), provider);
    }

    /** A form, or the JSON of 1.2. */
    private static void token(Seen seen, long entry) {
        var code = TokenRequest.of(seen).code();
        if (code.isEmpty()) return;
        seen.known().exchanged(code, seen.number());
        var token = Texts.of(seen.answer().path("access_token"));
        if (!seen.successful() || token.isEmpty()) return;
        var lasts = seen.answer().path("expires_in");
        var until = lasts.isIntegralNumber()
                ? Optional.of(seen.at().plusSeconds(Math.min(lasts.longValue(), LONGEST)))
                : Optional.<Instant>empty();
        seen.known().tokens().issued(token, new Tokens.Issued(code, until));
        seen.known().tokens().succeeded(seen.caller().name(), code, entry);
    }

    private static void access(Seen seen, long entry) {
        if (!seen.request().method().equals("PROPFIND")) {
            if (!seen.request().method().equals("GET") && seen.successful())
                seen.known().deed("changes", entry);
            return;
        }
        if (seen.status() != 207) return;
        var hrefs = HREF.matcher(Reading.text(seen.reply().orElseThrow().body()));
        while (hrefs.find()) {
            var href = hrefs.group(1).strip();
            var path = Paths.absolute(href) ? Paths.ofUrl(href) : Paths.bare(href);
            seen.known().listed(seen.authority() + path, entry);
        }
    }
}
