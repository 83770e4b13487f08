package org.meshbed.nodes.invite;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.meshbed.nodes.dialect.InviteForm;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.InviteToken;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.identity.Scheme;
import org.meshbed.nodes.identity.ServerHost;

/**
 * The token of an invite and the server that gave it, as they are handed from person to person: base64url of
 * {@code token@host} without padding (draft-ietf-ocm-open-cloud-mesh-07, Invite format). Read as well: with padding, in
 * classic base64 (1.2.2 to -05), as plain {@code token@host}, and as a link with {@code ?token=}.
 */
public record InviteString(InviteToken token, ServerHost host) {
    private static final int LONGEST = 4096;
    private static final String FORM =
            "an invite string (base64url of token@host), token@host, or a link with ?token=; nothing else can be read";

    /** Throws {@link NotWellFormed} for what is none of these forms; the message does not quote it, it is secret. */
    public static InviteString parse(String text) {
        var trimmed = text.strip();
        try {
            if (trimmed.length() > LONGEST) throw unreadable();
            if (trimmed.startsWith("http://") || trimmed.startsWith("https://")) return link(Endpoint.parse(trimmed));
            return split(trimmed.contains("@") ? trimmed : decoded(trimmed).orElseThrow(InviteString::unreadable));
        } catch (NotWellFormed e) {
            throw unreadable();
        }
    }

    /** Reads plain {@code token@host} alone, the server as {@link OcmAddress#parseAtFirst} finds it. */
    public static InviteString parseAtFirst(String text) {
        try {
            var address = OcmAddress.parseAtFirst(text);
            return new InviteString(new InviteToken(address.identifier()), address.host());
        } catch (NotWellFormed e) {
            throw unreadable();
        }
    }

    /** Reads one form and no other; throws {@link NotWellFormed} for the rest. */
    public static InviteString parse(String text, InviteForm form) {
        var invite = parse(text);
        var same = invite.encoded(form);
        if (text.equals(same)
                || form == InviteForm.BASE64URL && text.replaceFirst("=+$", "").equals(same)) return invite;
        throw unreadable();
    }

    /** The scheme that somebody typed before the server, or that of the link. */
    public static Optional<Scheme> scheme(String text) {
        var trimmed = text.strip();
        return Scheme.of(trimmed.substring(trimmed.lastIndexOf('@') + 1));
    }

    private static InviteString link(Endpoint link) {
        var query = link.target().contains("?")
                ? link.target().substring(link.target().indexOf('?') + 1)
                : "";
        for (var pair : query.split("&"))
            if (pair.startsWith("token="))
                return new InviteString(
                        new InviteToken(
                                URLDecoder.decode(pair.substring(6).replace("+", "%2B"), StandardCharsets.UTF_8)),
                        link.origin().host());
        throw unreadable();
    }

    private static Optional<String> decoded(String text) {
        var unified = text.replace('+', '-').replace('/', '_').replaceFirst("=+$", "");
        try {
            var bytes = Base64.getUrlDecoder().decode(unified);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** At the last {@code @}, so that a token may contain one. */
    private static InviteString split(String text) {
        var at = text.lastIndexOf('@');
        if (at < 1) throw unreadable();
        var host = text.substring(at + 1).replaceFirst("(?i)^(?:https?://)?([^/]+).*$", "$1"); // some hand over a URL
        return new InviteString(new InviteToken(text.substring(0, at)), ServerHost.parse(host));
    }

    private static NotWellFormed unreadable() {
        return new NotWellFormed("invite", "(not shown)", FORM);
    }

    /** As it is handed over. */
    public String encoded(InviteForm form) {
        var plain = (token.value() + "@" + host).getBytes(StandardCharsets.UTF_8);
        return switch (form) {
            case BASE64 -> Base64.getEncoder().encodeToString(plain);
            case BASE64URL -> Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
        };
    }
}
