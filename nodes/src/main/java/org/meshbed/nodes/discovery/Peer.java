package org.meshbed.nodes.discovery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meshbed.nodes.dialect.Capability;
import org.meshbed.nodes.dialect.Criterion;
import org.meshbed.nodes.dialect.Dialects;
import org.meshbed.nodes.dialect.OwnDocument.PublicKeyEntry;
import org.meshbed.nodes.dialect.SignatureForm;
import org.meshbed.nodes.dialect.UriForm;
import org.meshbed.nodes.dialect.Vocabulary;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.vendor.Errand;

/**
 * What a node learned of another server from its discovery document.
 *
 * @param host under which it was looked up: its identity, whatever host its {@code endPoint} has
 * @param endPoint base of its API
 * @param tokenEndPoint where codes are exchanged for tokens, as versions from 1.3 say it
 * @param publicKey its key as 1.2 publishes it
 * @param bareKey its key where it is a text alone, as no version has it
 * @param jwksUri where its JWK Set is, where it says so
 */
public record Peer(
        ServerHost host,
        String apiVersion,
        Endpoint endPoint,
        List<OfferedType> resourceTypes,
        List<String> capabilities,
        List<String> criteria,
        Optional<Endpoint> tokenEndPoint,
        Optional<PublicKeyEntry> publicKey,
        Optional<String> bareKey,
        Optional<Endpoint> jwksUri) {

    /**
     * One entry of {@code resourceTypes}.
     *
     * @param webdav prefix of its shared resources; empty where the entry has no such protocol
     * @param receives the form of a share's uri that it takes ({@code webdav-receive})
     * @param apps where it opens pages of applications that come with a share ({@code webapp-receive})
     */
    public record OfferedType(
            String name, List<String> shareTypes, String webdav, UriForm receives, List<String> apps) {}

    /** A server of which nothing is known but its place: it is spoken to in the version that one speaks oneself. */
    static Peer listed(ServerHost host, String apiVersion, Endpoint endPoint, String webdav) {
        var shareTypes = List.of("user", "group");
        return new Peer(
                host,
                apiVersion,
                endPoint,
                List.of(
                        new OfferedType("file", shareTypes, webdav, UriForm.UNSAID, List.of()),
                        new OfferedType("folder", shareTypes, webdav, UriForm.UNSAID, List.of())),
                List.of("invites", "notifications", "protocol-object"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same server, its messages taken at another place. */
    Peer at(Endpoint other) {
        return new Peer(
                host,
                apiVersion,
                other,
                resourceTypes,
                capabilities,
                criteria,
                tokenEndPoint,
                publicKey,
                bareKey,
                jwksUri);
    }

    /** What templates may say of it. */
    Map<String, String> facts() {
        return Errand.values(
                "host", host.toString(),
                "name", host.name(),
                "origin", endPoint.origin().toString(),
                "endpoint", endPoint.toString(),
                "version", apiVersion,
                "capabilities", String.join(" ", capabilities),
                "criteria", String.join(" ", criteria),
                "webdav", webdavPath(),
                "receives", takesUri("file").name().toLowerCase(java.util.Locale.ROOT),
                "apps", String.join(" ", appsOfFiles()));
    }

    private List<String> appsOfFiles() {
        return resourceTypes.stream()
                .filter(t -> t.name().equals("file"))
                .findFirst()
                .map(OfferedType::apps)
                .orElse(List.of());
    }

    /** Whether it says, in the words of any version, that it can do this. */
    public boolean can(Capability capability) {
        return capabilities.stream()
                .anyMatch(word ->
                        Vocabulary.capability(word).filter(capability::equals).isPresent());
    }

    /** Whether it uses this very word for something that it can do. */
    public boolean saysCapability(String word) {
        return capabilities.contains(word);
    }

    /** The form in which it signs: that of its version, but one that says where its keys are goes by 1.5. */
    public Optional<SignatureForm> signatureForm() {
        if (jwksUri.isPresent()) return Optional.of(SignatureForm.TAGGED);
        return Dialects.common(Dialects.V1_5, apiVersion)
                .signatures()
                .or(() -> publicKey.map(_ -> SignatureForm.CAVAGE));
    }

    /** Whether it says that it signs: by a word since 1.3, by the key it shows in 1.2. */
    public boolean signs() {
        return can(Capability.HTTP_SIGNATURES) || publicKey.isPresent();
    }

    /** Whether it demands this, in the words of any version. */
    public boolean demands(Criterion criterion) {
        return criteria.stream()
                .anyMatch(word ->
                        Vocabulary.criterion(word).filter(criterion::equals).isPresent());
    }

    /** The form of a share's uri that it takes for this resource type, or for its first where it lists no such type. */
    public UriForm takesUri(String resourceType) {
        var said = resourceTypes.stream()
                .filter(t -> t.name().equals(resourceType))
                .findFirst()
                .or(() -> resourceTypes.stream().findFirst())
                .map(OfferedType::receives)
                .orElse(UriForm.UNSAID);
        return said == UriForm.UNSAID && can(Capability.RELATIVE_URI) ? UriForm.RELATIVE : said;
    }

    /**
     * Whether a share may name its protocols one by one: 1.1 servers by their version, later ones say so (AMB-10).
     */
    public boolean takesProtocolObject() {
        return apiVersion.matches("1\\.1(\\..*)?")
                || can(Capability.PROTOCOL_OBJECT)
                || resourceTypes.stream().anyMatch(t -> t.receives() != UriForm.UNSAID);
    }

    /** Whether its document names this combination; {@code file} to a {@code user} is assumed (OCM-SHARE-14). */
    public boolean takes(String resourceType, String shareType) {
        return resourceType.equals("file") && shareType.equals("user")
                || resourceTypes.stream()
                        .anyMatch(t ->
                                t.name().equals(resourceType) && t.shareTypes().contains(shareType));
    }

    /** The prefix of its shared files; empty where it does not say. */
    public String webdavPathOfFiles() {
        return resourceTypes.stream()
                .filter(t -> t.name().equals("file") && !t.webdav().isEmpty())
                .findFirst()
                .map(OfferedType::webdav)
                .orElse("");
    }

    /** The prefix of its shared resources: that of the first entry, as the specification says (AMB-05). */
    public String webdavPath() {
        return resourceTypes.isEmpty() ? "" : resourceTypes.getFirst().webdav();
    }
}
