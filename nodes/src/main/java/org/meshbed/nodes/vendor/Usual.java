package org.meshbed.nodes.vendor;

import java.util.List;
import java.util.Locale;
import org.meshbed.nodes.dialect.Dialect;
import org.meshbed.nodes.dialect.Dialects;
import org.meshbed.nodes.vendor.quirk.Answered;
import org.meshbed.nodes.vendor.quirk.ApiQuirk;
import org.meshbed.nodes.vendor.quirk.Check;
import org.meshbed.nodes.vendor.quirk.DialectQuirk;
import org.meshbed.nodes.vendor.quirk.DiscoveryQuirk;
import org.meshbed.nodes.vendor.quirk.InviteQuirk;
import org.meshbed.nodes.vendor.quirk.NotificationQuirk;
import org.meshbed.nodes.vendor.quirk.Ordered;
import org.meshbed.nodes.vendor.quirk.Quirk;
import org.meshbed.nodes.vendor.quirk.SendQuirk;
import org.meshbed.nodes.vendor.quirk.Shaped;
import org.meshbed.nodes.vendor.quirk.ShareQuirk;
import org.meshbed.nodes.vendor.quirk.SignatureQuirk;
import org.meshbed.nodes.vendor.quirk.TokenQuirk;

/** Whether a quirk says what happens without it: such a quirk would look like a deviation and be none. */
final class Usual {
    private Usual() {}

    static boolean is(Quirk quirk, Profile profile) {
        return switch (quirk) {
            case Ordered ordered -> ordered.order().equals(named(order(ordered, profile)));
            case Answered answered -> answered.answers().isEmpty();
            case Shaped shaped -> shaped.shapes().isEmpty();
            case ApiQuirk.ApiServes(var calls) -> calls.equals(profile.dialect().calls());
            case ApiQuirk.HttpPaths paths -> usual(paths);
            case ApiQuirk.HttpRoutes(var rows) -> rows.isEmpty();
            case ApiQuirk.HttpNotFound(var rows) -> rows.isEmpty();
            case ApiQuirk.HttpTidies(var differences) ->
                differences.size() == 2 && !differences.contains("percent-encoding");
            case DiscoveryQuirk.DiscoveryServes(var paths) ->
                paths.equals(profile.dialect("discovery.receive").servesDiscoveryAt());
            case DiscoveryQuirk.DiscoveryAsks(var paths) ->
                paths.equals(profile.dialect("discovery.send").asksDiscoveryAt());
            case ShareQuirk.ShareReceiveRequires(var fields) ->
                fields.equals(profile.dialect("share.receive").shareRequires());
            case ShareQuirk.ShareReceiveCallsBack(var calls) -> calls.isEmpty();
            case ShareQuirk.ShareSendHeeds(var parts) -> parts.size() == 3;
            case InviteQuirk.InviteSendHeeds(var parts) -> parts.size() == 2;
            case InviteQuirk.InviteReceiveRequires(var fields) ->
                profile.dialect("invite.receive")
                        .invites()
                        .map(Dialect.Invites::requires)
                        .filter(fields::equals)
                        .isPresent();
            case DialectQuirk.DialectReads(var reading) -> reading.equals("lenient");
            case DialectQuirk.MessageReads(var places) -> places.isEmpty();
            case SendQuirk.SendFraming(var framing) -> framing.equals("length");
            case SendQuirk.SendHeaders(var headers) -> headers.isEmpty();
            case SendQuirk.SendRedirects(var atMost) -> atMost == 0;
            case SendQuirk.SendReach(var openings) -> openings.isEmpty();
            case TokenQuirk.TokenExchange(var does) -> does.isEmpty();
            case TokenQuirk.TokenDemands(var of) -> of.isEmpty();
            case TokenQuirk.TokenSendHeeds(var parts) -> parts.size() == 2;
            case SignatureQuirk.SignatureKey(var kind) ->
                kind.toLowerCase(Locale.ROOT).equals("ed25519");
            case SignatureQuirk.SignatureForms(var forms) ->
                forms.equals(profile.dialect().signatures().stream().toList());
            case NotificationQuirk.NotificationRetries(var first, var longest, var times) ->
                first.isEmpty() && longest.isEmpty() && times == Integer.MAX_VALUE;
            case Quirk _ -> false;
        };
    }

    private static boolean usual(ApiQuirk.HttpPaths paths) {
        var usual = Places.USUAL;
        return paths.api().filter(p -> !p.equals(usual.api())).isEmpty()
                && paths.data().filter(p -> !p.equals(usual.data())).isEmpty()
                && paths.token().filter(p -> !p.equals(usual.token())).isEmpty()
                && paths.keys().filter(p -> !p.equals(usual.keys())).isEmpty();
    }

    private static List<String> order(Ordered ordered, Profile profile) {
        var family = QuirkReader.family(ordered.getClass());
        return switch (family) {
            case SHARE -> profile.dialect("share.receive").shareChecks();
            case INVITE -> family.checks().subList(0, family.checks().size() - 1);
            case LEGACY -> Dialects.OCS.shareChecks();
            case NOTIFICATION, TOKEN, ACCESS, DISCOVERY -> family.usual();
        };
    }

    private static List<Check> named(List<String> names) {
        return names.stream().map(Check::named).toList();
    }
}
