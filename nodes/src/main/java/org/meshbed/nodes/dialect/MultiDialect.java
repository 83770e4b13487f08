package org.meshbed.nodes.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.dialect.ShareView.AccessView;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireReply;

/**
 * OCM 1.1 to 1.5: {@code multi} with one member per protocol, Bearer authentication, invites. All of these texts still
 * know the form of 1.0 as deprecated, so it is read.
 */
final class MultiDialect implements Dialect {
    private static final List<String> CHECKS = List.of(
            "body-is-json",
            "fields-present",
            "sender-well-formed",
            "server-trusted",
            "signature-valid",
            "share-type-supported",
            "resource-type-supported",
            "protocol-supported",
            "access-complete",
            "access-inside",
            "requirements-known",
            "exchange-demanded",
            "name-short-enough",
            "share-with-here",
            "recipient-known",
            "sender-invited",
            "pending-limit",
            "not-a-duplicate");

    private final Version version;

    MultiDialect(Version version) {
        this.version = version;
    }

    @Override
    public String name() {
        return version.name();
    }

    @Override
    public String apiVersion() {
        return version.apiVersion();
    }

    @Override
    public List<String> servesDiscoveryAt() {
        return version.serves();
    }

    @Override
    public List<String> asksDiscoveryAt() {
        return version.asks();
    }

    @Override
    public List<String> calls() {
        return version.calls();
    }

    @Override
    public Vocabulary words() {
        return version.words();
    }

    @Override
    public ObjectNode discovery(OwnDocument own) {
        var document = Shapes.discovery(own, apiVersion()).put("provider", own.provider());
        for (var type : Shapes.resourceTypes(document, own)) {
            var protocols = (ObjectNode) type.get("protocols");
            if (version.datatx()) protocols.put("datatx", own.webdavPath());
            if (version.webdavReceive()) protocols.putObject("webdav-receive").put("uri", "relative");
        }
        var words = version.words();
        Shapes.texts(document, "capabilities", Vocabulary.words(words.capabilities(), own.capabilities()));
        if (!words.criteria().isEmpty())
            Shapes.texts(document, "criteria", Vocabulary.words(words.criteria(), own.criteria()));
        own.publicKey()
                .ifPresent(key -> document.putObject("publicKey")
                        .put("keyId", key.keyId())
                        .put("publicKeyPem", key.publicKeyPem()));
        own.jwksUri().ifPresent(uri -> document.put("jwksUri", uri.toString()));
        if (version.tokens().equals(Optional.of(TokenForm.FORM)))
            own.tokenEndPoint().ifPresent(at -> document.put("tokenEndPoint", at.toString()));
        return document;
    }

    @Override
    public Optional<SignatureForm> signatures() {
        return version.signatures();
    }

    @Override
    public List<String> shareChecks() {
        return CHECKS;
    }

    @Override
    public List<String> shareRequires() {
        return List.of("shareWith", "name", "providerId", "owner", "sender", "shareType", "resourceType", "protocol");
    }

    @Override
    public Outgoing share(ShareAnnouncement share) {
        var message = Shapes.share(share);
        share.expiration().ifPresent(at -> message.put("expiration", at.getEpochSecond()));
        var byCode = share.exchangeable() && version.tokens().equals(Optional.of(TokenForm.JSON));
        if (byCode) message.put("code", share.secret().value());
        var webdav = message.putObject("protocol").put("name", "multi").putObject("webdav");
        webdav.put("uri", uri(share));
        // 1.2: what must be exchanged is the code, and there is no secret beside it
        if (!byCode || !share.requirements().contains(Requirement.TOKEN_EXCHANGE))
            webdav.put("sharedSecret", share.secret().value());
        Shapes.texts(webdav, "permissions", share.permissions().words());
        var requirements = Vocabulary.words(version.words().requirements(), share.requirements());
        if (!requirements.isEmpty()) Shapes.texts(webdav, "requirements", requirements);
        if (version.sizes()) share.size().ifPresent(size -> webdav.put("size", size));
        return Outgoing.json("shares", message);
    }

    private String uri(ShareAnnouncement share) {
        var said = share.peerTakes() != UriForm.UNSAID && !version.alwaysOtherwise();
        var form = said ? share.peerTakes() : version.otherwise();
        return form == UriForm.ABSOLUTE
                ? share.location().toString()
                : share.id().value();
    }

    @Override
    public ShareView readShare(MessageView message, ServerHost own) {
        return Shapes.readShare(
                message, access(message.object("protocol").value().orElse(MessageView.empty())));
    }

    /** {@code options} beside {@code multi} are not the 1.0 form, though some servers send them empty (AMB-30). */
    private static Optional<AccessView> access(MessageView protocol) {
        var webdav = protocol.object("webdav").value().map(Shapes::webdav);
        var named = protocol.text("name").value().orElse("");
        if (named.equals("multi") || webdav.isPresent()) return webdav;
        return named.equals("webdav") ? protocol.object("options").value().map(Shapes::options) : Optional.empty();
    }

    @Override
    public WireReply shareReceived(String recipientDisplayName) {
        return Shapes.json(201, Json.bytes(Json.object().put("recipientDisplayName", recipientDisplayName)));
    }

    @Override
    public Optional<Outgoing> notification(Notice notice) {
        return version.notices().write(notice).map(MultiDialect::notified);
    }

    @Override
    public Optional<Outgoing> requestReshare(ReshareRequest request) {
        return Optional.of(notified(version.notices().write(request)));
    }

    /** A call of its own in 1.4, a notification since 1.5. */
    @Override
    public Optional<Outgoing> requestShare(ShareRequest request) {
        if (!calls().contains("request-share"))
            return version.notices()
                    .write(request, request.shareWith().host().toString())
                    .map(MultiDialect::notified);
        return Optional.of(Outgoing.json(
                "request-share",
                Json.object()
                        .put("owner", request.owner().toString())
                        .put("shareWith", request.shareWith().toString())
                        .put("share", request.resource())));
    }

    private static Outgoing notified(ObjectNode message) {
        return Outgoing.json("notifications", message);
    }

    @Override
    public NotificationView readNotification(MessageView message, Reading reading) {
        return version.notices().read(message, reading);
    }

    @Override
    public boolean notificationsNameTheirSender() {
        return version.notices().nameTheirSender();
    }

    @Override
    public Dialect withoutProtocolObject() {
        return Dialects.V1_0;
    }

    @Override
    public Dialect compatible() {
        return version.notices() instanceof NestedNotices nested
                ? new MultiDialect(version.with(new CombinedNotices(nested)))
                : this;
    }

    @Override
    public Optional<Invites> invites() {
        return Optional.of(version.invites());
    }

    @Override
    public Optional<TokenForm> tokens() {
        return version.tokens();
    }

    @Override
    public WireReply refused(Refusal refusal) {
        return Shapes.error(refusal);
    }
}
