package org.meshbed.simulator.oracle;

import java.util.List;
import org.meshbed.simulator.journal.Entry;

/** What has to follow in the course of a run, drawn from exchanges and from what people do. */
final class RunChecks {
    private static final List<Integer> NOT_THERE = List.of(404, 405, 501);

    private RunChecks() {}

    /** An exchange has ended. */
    static void after(Seen seen) {
        switch (seen.kind()) {
            case SHARE -> share(seen);
            case NOTIFICATION -> notification(seen);
            case ASK -> {
                if (seen.successful()) seen.known().asks().add(seen);
            }
            case TOKEN -> token(seen);
            case DISCOVERY, INVITE, KEYS, ACCESS, OTHER -> {}
        }
    }

    private static void share(Seen seen) {
        if (seen.successful()) seen.known().took(seen.callee().name());
        if (!ReceivingChecks.plain(seen)
                || !NOT_THERE.contains(seen.status())
                || ReceivingChecks.unknownRecipient(seen)) return;
        promise(
                seen,
                "OCM-ROLE-03",
                "refuses every share, with status " + seen.status(),
                "to receive shares as well",
                () -> seen.known().hasTaken(seen.callee().name()));
    }

    private static void notification(Seen seen) {
        if (!seen.successful()) return;
        seen.known().asks().add(seen);
        if (!Notices.type(seen).equals("REQUEST_RESHARE")) return;
        var third = Texts.of(seen.message().path("notification").path("file").path("shareWith"));
        if (third.isEmpty()) return;
        promise(
                seen,
                "OCM-RESHARE-03",
                "agreed with status " + seen.status() + " and shared nothing with " + Texts.quoted(third),
                "a new share to the third party",
                () -> !announced(seen, third).isEmpty());
        promise(
                seen,
                "OCM-RESHARE-14",
                "status " + seen.status() + ", though " + Texts.quoted(third) + " did not get the share",
                "an answer that tells whether it was done",
                () -> announced(seen, third).isEmpty()
                        || announced(seen, third).stream()
                                .anyMatch(share -> !seen.known().wasRefused(share)));
    }

    /** Where the exchange of a secret is not required and fails, the secret has to do. */
    private static void token(Seen seen) {
        var code = TokenRequest.of(seen).code();
        var share = seen.known().bySecret(code);
        if (seen.successful() || share.isEmpty() || share.get().demandsExchange()) return;
        var by = seen.caller().name();
        seen.known()
                .promises()
                .add(Promise.of(
                        "OCM-ACC-09 OCM-TOKEN-11 OCM-TOKEN-15",
                        seen,
                        Check.Blame.CALLER,
                        "the exchange failed, and the secret was not used",
                        "the secret instead of a token",
                        () -> seen.known().hasPresented(by, code, seen.number())
                                || seen.known().tokens().lastSuccess(by, code).isPresent()));
    }

    /** What the called server has announced to somebody since. */
    private static List<Announced> announced(Seen seen, String shareWith) {
        return seen.known().announcedBy(seen.callee().name(), shareWith, seen.number());
    }

    private static void promise(
            Seen seen, String rules, String what, String asked, java.util.function.BooleanSupplier kept) {
        seen.known().promises().add(Promise.of(rules, seen, Check.Blame.CALLEE, what, asked, kept));
    }

    /** A person has done something. */
    static void did(Entry.Action action, Known known) {
        var node = action.stamp().node();
        switch (action.verb()) {
            case "approves" -> known.asks().spokenOf(node, action.told()).forEach(ask -> agreed(ask, known));
            case "refuses" -> known.asks().spokenOf(node, action.told()).forEach(ask -> declined(ask, known));
            default -> {}
        }
    }

    private static void agreed(Asks.Ask ask, Known known) {
        promise(
                ask.seen(),
                "OCM-RESHARE-30",
                "the owner agreed, and nothing was shared with " + Texts.quoted(ask.shareWith()),
                "a share to who asked",
                () -> !known.announcedBy(
                                ask.owner(), ask.shareWith(), ask.seen().number())
                        .isEmpty());
    }

    private static void declined(Asks.Ask ask, Known known) {
        promise(
                ask.seen(),
                "OCM-RESHARE-31",
                "the owner did not agree, and no SHARE_DECLINED was sent",
                "SHARE_DECLINED to who asked",
                () -> known.hasDeclined(ask.owner(), ask.resource()));
    }
}
