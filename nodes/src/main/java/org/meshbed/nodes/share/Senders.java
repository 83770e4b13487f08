package org.meshbed.nodes.share;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.Reading;
import org.meshbed.nodes.dialect.ShareView;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.OcmAddress;
import org.meshbed.nodes.protocol.Field;

/** What a share message says of where it comes from and what it is, read as leniently as deployed servers need. */
final class Senders {
    private Senders() {}

    /** {@code sender}, or the owner where 1.0 servers leave it out: its host is the sending server. */
    static Optional<OcmAddress> of(ShareView view) {
        return view.sender() instanceof Field.Absent ? address(view.owner()) : address(view.sender());
    }

    /** The host of the sender as it is written, whatever it is. */
    static Optional<String> written(ShareView view) {
        var field = view.sender() instanceof Field.Absent ? view.owner() : view.sender();
        return field.value().map(text -> text.substring(text.lastIndexOf('@') + 1));
    }

    static Optional<OcmAddress> address(Field<String> field) {
        try {
            return field.value().map(OcmAddress::parseLeniently);
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    /** The address, in its one right form where only that is taken. */
    static Optional<OcmAddress> address(Field<String> field, Reading reading) {
        if (reading == Reading.LENIENT) return address(field);
        try {
            return field.value().map(OcmAddress::parse);
        } catch (NotWellFormed e) {
            return Optional.empty();
        }
    }

    /** Some senders start the name with a slash. */
    static String bareName(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    /** Equal for two messages that announce the same share in the same words. */
    static String fingerprint(ShareView view) {
        var access = view.access();
        var parts = List.<Object>of(
                view.shareWith(),
                view.name(),
                view.owner(),
                view.sender(),
                view.shareType(),
                view.resourceType(),
                view.expiration(),
                access.map(ShareView.AccessView::uri),
                access.map(ShareView.AccessView::sharedSecret),
                access.map(ShareView.AccessView::permissions));
        return fingerprint(parts);
    }

    static String fingerprint(List<Object> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(parts.toString().getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
