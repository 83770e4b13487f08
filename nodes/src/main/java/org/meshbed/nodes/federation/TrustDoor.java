package org.meshbed.nodes.federation;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.meshbed.nodes.dialect.OcsForm;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Secrets.Purpose;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.Received;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.TrustQuirk.TrustExchanges;

/** What a server answers to others that may be trusted: to their tokens, to the question for the secret, to that for people. */
public final class TrustDoor {
    private static final int SECRET = 32;

    private final Manner manner;
    private final TrustedServers servers;
    private final Ports ports;
    private final AddressBook book;

    /** @param people what templates may say of each */
    public TrustDoor(Manner manner, TrustedServers servers, Supplier<List<Map<String, String>>> people, Ports ports) {
        this.manner = manner;
        this.servers = servers;
        this.ports = ports;
        this.book = new AddressBook(manner, people, ports);
    }

    /** Whether a path is one of these. */
    public boolean serves(String path) {
        return servers.how()
                .filter(how -> path.startsWith(how.calls() + "/")
                        || path.equals(how.book())
                        || path.startsWith(how.book() + "/"))
                .isPresent();
    }

    /** Answers a request whose path is one of these. */
    public WireAnswer answer(WireRequest request, byte[] body) {
        var how = servers.how();
        if (how.isEmpty()) return WireReply.empty(404);
        var facts = Received.of(request).facts(manner);
        if (!request.path().startsWith(how.get().calls() + "/")) return people(how.get(), request, body, facts);
        var form = form(request, body);
        var url = form.text("url").value().orElse("");
        var token = form.text("token").value().orElse("");
        return switch (request.method()
                + request.path().substring(how.get().calls().length())) {
            case "POST/request-shared-secret" -> said(how.get(), told(url, token) ? "taken" : "refused", facts);
            case "GET/shared-secret" -> asked(how.get(), url, token, facts);
            default -> said(how.get(), "missing", facts);
        };
    }

    private static MessageView form(WireRequest request, byte[] body) {
        try {
            var text = request.query() + "&" + new String(body, StandardCharsets.UTF_8);
            return MessageView.of(OcsForm.read(text.replaceAll("^&|&$", "").getBytes(StandardCharsets.UTF_8)));
        } catch (Json.NotJson e) {
            return MessageView.empty();
        }
    }

    /** Of two tokens that were told the one with the greater digest is that with which the secret is asked for. */
    private boolean told(String url, String token) {
        var row = servers.row(url);
        if (row.isEmpty() || digest(row.get().token()).compareTo(digest(token)) > 0) {
            ports.witness()
                    .decided("trust", "refused the token", row.isEmpty() ? url + " is not trusted" : "its own counts");
            return false;
        }
        servers.change(url, "told its token", r -> r.toAsk(token));
        servers.asks(url);
        return true;
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private WireAnswer asked(TrustExchanges how, String url, String token, Facts facts) {
        var known =
                servers.row(url).filter(row -> !token.isEmpty() && row.token().equals(token));
        if (known.isEmpty()) return said(how, "refused", facts);
        var secret = ports.secrets().text(Purpose.INTERNAL_ID, SECRET);
        servers.agreed(url, secret);
        return said(
                how,
                "secret",
                facts.and(
                        "token",
                        name -> name.equals("value") ? Optional.of(TextNode.valueOf(secret)) : Optional.empty()));
    }

    private WireAnswer people(TrustExchanges how, WireRequest request, byte[] body, Facts facts) {
        var shown = request.headers().first("Authorization").filter(line -> line.matches("(?i)basic .*"));
        if (shown.isEmpty()) return said(how, "unknown", facts);
        if (!shown.flatMap(TrustDoor::password).filter(servers::knows).isPresent()) return said(how, "wrong", facts);
        if (request.path().equals(how.book()))
            return request.method().equals("REPORT")
                    ? book.report(how, PeopleList.since(body))
                    : said(how, "missing", facts);
        return said(how, "missing", facts) instanceof WireReply missing
                ? book.card(how, request.path(), missing)
                : WireReply.empty(404);
    }

    /** Of the user named {@code system}. */
    private static Optional<String> password(String basic) {
        try {
            var plain = new String(Base64.getDecoder().decode(basic.substring(6).strip()), StandardCharsets.UTF_8);
            return plain.startsWith("system:") ? Optional.of(plain.substring("system:".length())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static WireAnswer said(TrustExchanges how, String what, Facts facts) {
        var otherwise = WireReply.empty(what.equals("missing") ? 404 : 403);
        return Optional.ofNullable(how.answers().get(what))
                .map(answer -> answer.onTheWire(otherwise, facts))
                .orElse(otherwise);
    }
}
