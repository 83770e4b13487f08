package org.meshbed.scenarios.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meshbed.nodes.http.Site;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.port.Exchange;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.nodes.protocol.MessageView;
import org.meshbed.nodes.protocol.WireAnswer;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.protocol.WireRequest;
import org.meshbed.simulator.world.Foreign;
import org.meshbed.simulator.world.World;

/**
 * A server that is none of ours: it keeps what it hears, answers as it was told to, and sends what nodes would not.
 * Left alone it answers as a right server of version 1.5 does.
 */
public final class Stranger {
    private static final String USUAL_PLACE = "/ocm";
    private static final String DATA = "/files/here";
    private static final String KEYS = "/.well-known/jwks.json";
    private static final Headers ACCEPT = Headers.of("Accept", "application/json");
    private static final Headers JSON = Headers.of("Content-Type", "application/json");
    private static final Map<Topic, String> PATHS = new EnumMap<>(Map.of(
            Topic.SHARES,
            "/shares",
            Topic.NEWS,
            "/notifications",
            Topic.INVITES,
            "/invite-accepted",
            Topic.ASKS,
            "/request-share",
            Topic.TOKENS,
            "/token"));

    private final String name;
    private final World world;
    private final Consumer<Stranger> sent;
    private final TokenDesk tokens;
    private final AtomicReference<@Nullable Foreign> foreign = new AtomicReference<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final Map<Topic, Function<WireRequest, WireAnswer>> answers = new ConcurrentHashMap<>();
    private volatile String place = USUAL_PLACE;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, Announcement> announced = new ConcurrentHashMap<>();
    private final Map<Origin, String> places = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Exchange> lastAnswer = new AtomicReference<>();

    private volatile Optional<String> signs = Optional.empty();
    private volatile Optional<Endpoint> keysAt = Optional.empty();
    private final AtomicInteger keyNumber = new AtomicInteger(1);
    private final AtomicReference<@Nullable Sent> lastSent = new AtomicReference<>();

    private record Sent(Origin to, WireRequest request) {}

    private Stranger(String name, World world, Consumer<Stranger> sent) {
        this.name = name;
        this.world = world;
        this.sent = sent;
        this.tokens = new TokenDesk(name);
    }

    static Stranger in(World world, String name, Consumer<Stranger> sent) {
        var stranger = new Stranger(name, world, sent);
        stranger.foreign.set(world.addForeign(name, stranger::answer));
        return stranger;
    }

    private Foreign foreign() {
        return Objects.requireNonNull(foreign.get(), "a stranger that serves");
    }

    public String name() {
        return name;
    }

    public Origin origin() {
        return foreign().origin();
    }

    public TokenDesk tokens() {
        return tokens;
    }

    public void goes() {
        foreign().stop();
    }

    /** Answers a topic so from now on. */
    public void answers(Topic topic, Function<WireRequest, WireAnswer> answer) {
        answers.put(topic, answer);
    }

    public void answersRightly(Topic topic) {
        answers.remove(topic);
    }

    /** Takes its messages there from now on, and says so in its discovery document. */
    public void takesMessagesAt(String path) {
        place = path;
    }

    /** From now on it signs its messages as servers of that version do, and shows its key. */
    public void signsAs(String version) {
        signs = Optional.of(version);
    }

    /** Makes itself a new key; the old one is shown no more. */
    public void changesItsKey() {
        keyNumber.incrementAndGet();
    }

    private StrangerKey key() {
        var number = keyNumber.get();
        return StrangerKey.of(origin().host() + "#key" + number, name + " " + number);
    }

    /** Its name for its key in version 1.2. */
    private String keyId() {
        return new Endpoint(origin(), USUAL_PLACE + "#signature").toString();
    }

    /** From now on it says that its keys are there. */
    public void keepsItsKeysAt(Endpoint elsewhere) {
        keysAt = Optional.of(elsewhere);
    }

    /** Its list of keys with something wrong in it. */
    public byte[] keysWith(KeyFlaw flaw) {
        return flaw.in(key().jwk());
    }

    /** Its list of keys. */
    public byte[] keys() {
        var set = Json.object();
        set.putArray("keys").add(key().jwk());
        return Json.bytes(set);
    }

    /** Sends a message as {@link #tells} does, signed so. */
    public Exchange tells(Origin server, Topic topic, byte[] message, Sealing how) {
        return sends(server, sealed(server, placeOf(server, topic), message, how));
    }

    /** Sends a request that is no JSON message, signed so. */
    public Exchange sends(Origin server, WireRequest request, Sealing how) {
        var sealed = sealed(server, request.target(), bytes(request.body()), how);
        var type = request.headers().first("Content-Type").orElse("");
        return sends(
                server,
                sealed.withHeaders(sealed.headers().without("Content-Type").and("Content-Type", type)));
    }

    private WireRequest sealed(Origin server, String target, byte[] message, Sealing how) {
        var version = signs.orElse("1.5");
        var own = version.equals("1.2") || how == Sealing.AS_1_2 ? key().named(keyId()) : key();
        var seal = new Seal(version, own, server, target, message, world.time().now());
        var thief = StrangerKey.of("thief.example#key1", "thief");
        var olderToo = version.equals("1.2") && how != Sealing.AS_THE_STUB;
        return olderToo ? seal.older(how, thief) : seal.request(how, thief);
    }

    /** Sends the last request once more, byte by byte. */
    public Exchange sendsAgain() {
        var again = Objects.requireNonNull(lastSent.get(), "a request that was sent");
        return sends(again.to(), again.request());
    }

    /** Looks a server up as any server would, and keeps what came back. */
    public Exchange looksUp(Origin server) {
        var exchange = sends(server, WireRequest.get("/.well-known/ocm", ACCEPT));
        if (exchange instanceof Exchange.Replied(var reply) && reply.status() == 404)
            return sends(server, WireRequest.get("/ocm-provider/", ACCEPT));
        return exchange;
    }

    /** Sends a message to where the server says that it takes such messages. */
    public Exchange tells(Origin server, Topic topic, byte[] message) {
        return signs.isPresent()
                ? tells(server, topic, message, Sealing.RIGHTLY)
                : tellsUnsigned(server, topic, message);
    }

    /** The same, without a signature whatever it does else. */
    public Exchange tellsUnsigned(Origin server, Topic topic, byte[] message) {
        return sends(server, WireRequest.post(placeOf(server, topic), JSON, message));
    }

    /** The target of messages about a topic at a server; where its document does not say, the usual one. */
    public String placeOf(Origin server, Topic topic) {
        var base = places.computeIfAbsent(
                server,
                s -> document(looksUp(s))
                        .text("endPoint")
                        .value()
                        .map(Endpoint::parse)
                        .map(Endpoint::target)
                        .orElse(USUAL_PLACE));
        return base + PATHS.get(topic);
    }

    /** The discovery document that came; empty where none did. */
    public static MessageView document(Exchange exchange) {
        if (!(exchange instanceof Exchange.Replied(var reply)) || !reply.successful()) return MessageView.empty();
        try {
            return MessageView.of(Json.read(bytes(reply.body())));
        } catch (Json.NotJson e) {
            return MessageView.empty();
        }
    }

    /** Sends a request to a server and keeps what came back. */
    public Exchange sends(Origin to, WireRequest request) {
        lastSent.set(new Sent(to, request));
        var exchange = foreign().send(to, request);
        lastAnswer.set(exchange);
        sent.accept(this);
        return exchange;
    }

    /** What the last request it sent was answered with. */
    public Exchange lastAnswer() {
        var exchange = lastAnswer.get();
        if (exchange == null) throw new IllegalStateException(name + " has sent nothing yet");
        return exchange;
    }

    public List<Heard> heard(Topic topic) {
        return heard.stream().filter(h -> h.topic() == topic).toList();
    }

    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** A new right announcement of a file of {@code mallory} here, under an id of its own. */
    public Announcement announces(String file, String recipient) {
        var announcement = new Announcement(name, origin(), file, recipient, count.incrementAndGet());
        announced.putIfAbsent(file, announcement);
        return announcement;
    }

    private Optional<Announcement> bySecret(String secret) {
        return announced.values().stream()
                .filter(a -> a.secret().equals(secret))
                .findFirst();
    }

    /** What was announced first under this name, where anything was. */
    public Optional<Announcement> announcement(String file) {
        return Optional.ofNullable(announced.get(file));
    }

    /** What was announced first under this name. */
    public Announcement announced(String file) {
        return announcement(file).orElseThrow(() -> new IllegalStateException(name + " has announced no " + file));
    }

    /** The share of a file of this name that a node announced here last. */
    public Heard got(String file) {
        return heard(Topic.SHARES).reversed().stream()
                .filter(h -> h.text("name").equals(file))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " has got no share called " + file + "; it has got "
                        + heard(Topic.SHARES).stream().map(h -> h.text("name")).toList()));
    }

    /** What opens its shares, and those that it has got. */
    Stream<String> secrets() {
        return Stream.concat(
                announced.values().stream().map(Announcement::secret),
                heard(Topic.SHARES).stream()
                        .flatMap(h -> h.inner("protocol", "webdav").text("sharedSecret").value().stream()));
    }

    /** A folder's listing as XML; of its files those that begin with a slash are below it. */
    public static String listing(String folder, List<String> files) {
        var responses = new StringBuilder();
        responses.append(response(folder, "<d:collection/>", 0));
        for (var file : files) responses.append(response(file.startsWith("/") ? folder + file : file, "", 1));
        return "<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\">" + responses + "</d:multistatus>";
    }

    private static String response(String href, String type, int length) {
        return "<d:response><d:href>" + href + "</d:href><d:propstat><d:prop><d:resourcetype>" + type
                + "</d:resourcetype><d:getcontentlength>" + length
                + "</d:getcontentlength></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>";
    }

    /** Its discovery document, right in everything. */
    public ObjectNode document() {
        var document = Json.object()
                .put("enabled", true)
                .put("apiVersion", "1.5.0")
                .put("endPoint", new Endpoint(origin(), place).toString())
                .put("provider", name);
        var types = document.putArray("resourceTypes");
        for (var kind : List.of("file", "folder")) {
            var type = types.addObject().put("name", kind);
            type.putArray("shareTypes").add("user").add("group");
            type.putObject("protocols")
                    .put("webdav", DATA)
                    .putObject("webdav-receive")
                    .put("uri", "relative");
        }
        var can = document.putArray("capabilities").add("invites").add("notifications");
        document.putArray("criteria");
        signs.ifPresent(version -> {
            document.put("apiVersion", version + ".0");
            if (!version.equals("1.2")) can.add("http-sig");
            if (version.equals("1.2"))
                document.putObject("publicKey").put("keyId", keyId()).put("publicKeyPem", key().pem());
            if (version.equals("1.5"))
                document.put(
                        "jwksUri", keysAt.orElse(new Endpoint(origin(), KEYS)).toString());
        });
        return tokens.in(document);
    }

    private WireAnswer answer(WireRequest request, Site.Caller caller) {
        var topic = topic(request);
        var body = bytes(request.body());
        heard.add(new Heard(topic, world.time().now(), request, body));
        var scripted = answers.get(topic);
        return scripted == null ? rightly(topic, request, body) : scripted.apply(request);
    }

    private Topic topic(WireRequest request) {
        var path = request.path();
        if (path.equals("/.well-known/ocm") || path.startsWith("/ocm-provider")) return Topic.DISCOVERY;
        for (var known : PATHS.entrySet()) if (path.equals(place + known.getValue())) return known.getKey();
        if (path.equals(KEYS)) return Topic.KEYS;
        return (path + "/").startsWith(DATA + "/") ? Topic.FILES : Topic.OTHER;
    }

    private WireAnswer rightly(Topic topic, WireRequest request, byte[] body) {
        return switch (topic) {
            case DISCOVERY -> WireReply.json(200, Json.bytes(document()));
            case SHARES -> json(201, Json.object().put("recipientDisplayName", "Mallory"));
            case NEWS -> WireReply.empty(201);
            case INVITES -> json(200, identity());
            case FILES -> file(request);
            case TOKENS -> tokens.answer(body, this::bySecret, world.time().now());
            case KEYS -> signs.isPresent() ? WireReply.json(200, keys()) : WireReply.text(404, "not here");
            case ASKS, OTHER -> WireReply.text(404, "not here");
        };
    }

    private static WireReply json(int status, ObjectNode body) {
        return WireReply.json(status, Json.bytes(body));
    }

    private static ObjectNode identity() {
        return Json.object()
                .put("userID", "mallory")
                .put("email", "mallory@mail.example")
                .put("name", "Mallory");
    }

    /** What a file of this name holds here. */
    public static byte[] content(String file) {
        return Files.content("foreign " + file, 100);
    }

    /** The file whose share has this id; enough of WebDAV to be looked at and fetched. */
    private WireAnswer file(WireRequest request) {
        var found = announced.values().stream().filter(a -> isAbout(request, a)).findFirst();
        if (found.isEmpty()) return WireReply.text(404, "not here");
        if (!tokens.lets(request, found.get(), world.time().now())) return TokenDesk.unauthorized();
        var bytes = content(found.get().file());
        if (!request.method().equals("PROPFIND"))
            return WireReply.of(200, Headers.of("Content-Type", "application/octet-stream"), Body.of(bytes));
        var xml = "<?xml version=\"1.0\"?><d:multistatus xmlns:d=\"DAV:\"><d:response><d:href>" + request.path()
                + "</d:href><d:propstat><d:prop><d:resourcetype/><d:getcontentlength>" + bytes.length
                + "</d:getcontentlength></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
                + "</d:multistatus>";
        return WireReply.of(207, Headers.of("Content-Type", "application/xml; charset=utf-8"), Body.of(xml));
    }

    /** By its place; as in 1.0, where a share has none, by its secret. */
    private static boolean isAbout(WireRequest request, Announcement announcement) {
        if (request.path().equals(DATA + "/" + announcement.id())) return true;
        var user = Base64.getEncoder().encodeToString((announcement.secret() + ":").getBytes(StandardCharsets.UTF_8));
        return request.headers().all("Authorization").contains("Basic " + user);
    }

    /** A body read to its end. */
    public static byte[] bytes(Body body) {
        return switch (body) {
            case Body.None() -> new byte[0];
            case Body.Bytes(var bytes) -> bytes;
            case Body.Stream(var content) -> {
                try (var stream = content.open()) {
                    yield stream.readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException("a request to a foreign server broke off", e);
                }
            }
        };
    }
}
