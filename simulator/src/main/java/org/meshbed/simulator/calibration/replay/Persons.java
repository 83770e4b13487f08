package org.meshbed.simulator.calibration.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.protocol.Json;
import org.meshbed.simulator.calibration.binding.Argument;
import org.meshbed.simulator.calibration.binding.BoundServer;
import org.meshbed.simulator.calibration.binding.Deed;
import org.meshbed.simulator.calibration.compare.Bonds;
import org.meshbed.simulator.calibration.compare.Credentials;
import org.meshbed.simulator.calibration.compare.Role;
import org.meshbed.simulator.calibration.compare.Texts;
import org.meshbed.simulator.calibration.trace.Entry;

/** Does at the node what people and operators of the real server did. */
final class Persons {
    private static final Pattern GROUP = Pattern.compile("\\$\\{([0-9])}");

    private final Stage stage;
    private final BoundServer server;
    private final Texts texts;
    /** Under which id the node lists what the real server listed under another. */
    private final Map<String, String> shares = new LinkedHashMap<>();

    private final Map<String, String> remembered = new LinkedHashMap<>();

    Persons(Stage stage, BoundServer server, Bonds bonds) {
        this.stage = stage;
        this.server = server;
        this.texts = new Texts(bonds);
    }

    void act(Cue.Acted acted) {
        for (var deed : acted.deeds()) new Acting(acted, deed).act();
        learn(acted.entry());
    }

    /** An answer to a person that names a received share by both its ids says which one is meant later. */
    private void learn(Entry entry) {
        if (entry instanceof Entry.Exchanged exchanged)
            exchanged.response().flatMap(r -> json(r.body().bytes())).ifPresent(this::learn);
    }

    private void learn(JsonNode node) {
        var id = text(node, "shareId", "id");
        var wire = text(node, "providerId", "remote_id", "remote_share_id");
        if (node.isObject() && id.isPresent() && wire.isPresent() && !id.equals(wire))
            byWireId(wire.get()).ifPresent(share -> shares.putIfAbsent(id.get(), share.id()));
        node.forEach(this::learn);
    }

    private static Optional<String> text(JsonNode node, String... names) {
        return Arrays.stream(names)
                .map(node::get)
                .filter(n -> n != null && n.isValueNode())
                .map(JsonNode::asText)
                .findFirst();
    }

    private Optional<ReceivedShare> byWireId(String recorded) {
        var wire = texts.bonds().toSimulated(recorded);
        return received().stream().filter(s -> s.id().endsWith("/" + wire)).reduce((_, last) -> last);
    }

    private List<ReceivedShare> received() {
        var all = new ArrayList<ReceivedShare>();
        for (var person : server.people())
            stage.node().party(person.user()).received().value().ifPresent(all::addAll);
        return all;
    }

    private static Optional<JsonNode> json(byte[] bytes) {
        try {
            return Optional.of(Json.read(bytes));
        } catch (Json.NotJson e) {
            return Optional.empty();
        }
    }

    /** One deed, its arguments taken from the line. */
    private final class Acting {
        private final Entry entry;
        private final Matcher match;
        private final List<Entry.Exchanged> caused;
        private final Deed deed;

        Acting(Cue.Acted acted, Deed deed) {
            this.entry = acted.entry();
            this.match = acted.match();
            this.caused = acted.caused();
            this.deed = deed;
        }

        void act() {
            switch (deed.verb()) {
                case NOTHING -> {}
                case REMEMBER -> find("key").ifPresent(key -> remembered.put(key, text("value")));
                case SHARE -> share(wish());
                case UNSHARE -> sent().ifPresent(s -> party().unshare(s));
                case PERMIT -> sent().ifPresent(s -> party().changePermissions(s, permissions()));
                case RECEIVED -> party().received();
                case SHARED -> party().shared();
                case CONTACTS -> party().contacts();
                case FIND -> party().findRecipient(text("text"));
                case ACCEPT -> share().ifPresent(s -> party().accept(s));
                case DECLINE -> share().ifPresent(s -> party().decline(s));
                case LEAVE -> share().ifPresent(s -> party().leave(s));
                case RESHARE -> share().ifPresent(s -> party().reshare(s, text("with"), permissions()));
                case READ -> place().ifPresent(p -> party().read(p).value().ifPresent(Acting::drain));
                case LIST -> place().ifPresent(p -> party().list(p));
                case WRITE -> place().ifPresent(p -> party().write(p, Content.of(bytes("content"))));
                case MAKE_FOLDER -> place().ifPresent(p -> party().makeFolder(p));
                case MOVE -> place().ifPresent(p -> party().move(p, new Place(p.share(), path(text("to")))));
                case DELETE -> place().ifPresent(p -> party().delete(p));
                case INVITE -> invite();
                case ACCEPT_INVITE -> party().acceptInvite(inviteText());
                case REMOVE_CONTACT -> party().removeContact(simulated("address"));
                case PASS -> stage.pass(java.time.Duration.ofSeconds(Long.parseLong(text("seconds"))));
                case STOP -> stage.stop();
                case START -> stage.start();
                case SWITCH -> stage.node().operator().changeSetting(text("setting"), text("value"));
                case MAINTENANCE ->
                    stage.node().operator().maintenance(text("on").equals("true"));
                case EXPIRE ->
                    sent().ifPresent(s -> party().setExpiry(s, find("at").map(Instant::parse)));
                case DELETE_USER -> stage.node().operator().deleteUser(text("user"));
                case SERVERS ->
                    stage.node()
                            .operator()
                            .editProviderList(Arrays.asList(text("hosts").split("[ ,]+")));
            }
        }

        private static void drain(Content content) {
            try (var in = content.open()) {
                in.readAllBytes();
            } catch (java.io.IOException e) {
                return; // a read that breaks off is the affair of the reader
            }
        }

        private PartyDriver party() {
            return stage.node().party(user());
        }

        private String user() {
            return server.user(
                    find("as").orElseGet(() -> server.people().getFirst().user()));
        }

        private void share(ShareWish wish) {
            var place = Place.own(wish.path());
            var there = party().list(place).happened() || party().read(place).happened();
            if (!there && deed.argument("kind").isPresent()) {
                if (find("kind").orElse("").equals("folder")) party().makeFolder(place);
                else party().write(place, Content.of(bytes("content")));
            }
            party().share(wish).value().ifPresent(this::made);
        }

        private Optional<Instant> expires() {
            return find("expires")
                    .filter(t -> t.matches("[1-9][0-9]{0,11}"))
                    .map(t -> Instant.ofEpochSecond(Long.parseLong(t)));
        }

        private ShareWish wish() {
            return new ShareWish(
                    path(text("path")),
                    simulated("with"),
                    find("type").map(Acting::type).orElse(ShareType.USER),
                    permissions(),
                    expires());
        }

        private static ShareType type(String word) {
            return word.equals("group") || word.equals("1") ? ShareType.GROUP : ShareType.USER;
        }

        private Permissions permissions() {
            var words = find("permissions").orElse("read");
            return Permissions.of(Arrays.stream(words.split("[^a-z]+"))
                    .filter(w -> !w.isEmpty())
                    .toList());
        }

        private void made(SentShare share) {
            gives("id", share.id());
        }

        private void invite() {
            party().invite().value().ifPresent(invite -> {
                gives("string", invite.inviteString());
                var plain = decoded(invite.inviteString());
                gives("token", plain.substring(0, Math.max(0, plain.lastIndexOf('@'))));
            });
        }

        private static String decoded(String inviteString) {
            try {
                return new String(java.util.Base64.getUrlDecoder().decode(inviteString), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return inviteString;
            }
        }

        private void gives(String name, String own) {
            Optional.ofNullable(deed.gives().get(name))
                    .flatMap(this::value)
                    .ifPresent(real -> texts.objection(Role.MADE_UP, real, own));
        }

        private String inviteText() {
            return find("text")
                    .map(texts.bonds()::toSimulated)
                    .orElseGet(() -> simulated("token") + "@" + simulated("host"));
        }

        /** The received share that is meant: by what was learned, by its id on the wire, by its name, else the newest. */
        private Optional<String> share() {
            var named = find("share");
            if (named.isEmpty()) return newest();
            var known = shares.get(named.get());
            if (known != null) return Optional.of(known);
            var found = byWireId(named.get())
                    .or(() -> received().stream()
                            .filter(s -> s.name().equals(named.get()))
                            .reduce((_, last) -> last))
                    .map(ReceivedShare::id)
                    .or(this::newest);
            found.ifPresent(id -> shares.put(named.get(), id));
            return found;
        }

        private Optional<String> newest() {
            return stage.arrivals().reversed().stream()
                    .filter(id -> !shares.containsValue(id))
                    .findFirst();
        }

        private Optional<String> sent() {
            var all = stage.node().party(user()).shared().value().orElse(List.of());
            var wanted = find("sent").map(texts.bonds()::toSimulated).orElse("");
            return all.stream()
                    .filter(s -> wanted.isEmpty()
                            || s.id().equals(wanted)
                            || s.path().equals(path(wanted)))
                    .reduce((_, last) -> last)
                    .map(SentShare::id);
        }

        private Optional<Place> place() {
            if (deed.argument("mount").isPresent()) return Optional.of(mounted(path(text("path"))));
            if (deed.argument("share").isEmpty()) return Optional.of(Place.own(path(text("path"))));
            return share().map(s ->
                    Place.in(s, isFile(s) ? "" : find("path").map(Acting::path).orElse("")));
        }

        private Place mounted(String path) {
            var name = text("mount");
            return received().stream()
                    .filter(s -> path(s.name()).equals(name) && s.state() == ReceivedShare.State.ACCEPTED)
                    .reduce((_, last) -> last)
                    .map(s -> Place.in(s.id(), path))
                    .orElseGet(() -> Place.own(path.isEmpty() ? name : name + "/" + path));
        }

        private boolean isFile(String share) {
            return received().stream()
                    .anyMatch(s ->
                            s.id().equals(share) && s.resourceType() == org.meshbed.nodes.identity.ResourceType.FILE);
        }

        private static String path(String path) {
            return path.replaceAll("^/+|/+$", "");
        }

        private String simulated(String name) {
            return texts.bonds().toSimulated(text(name));
        }

        private String text(String name) {
            return find(name).orElse("");
        }

        private Optional<String> find(String name) {
            return deed.argument(name).flatMap(this::value);
        }

        private byte[] bytes(String name) {
            var body =
                    deed.argument(name).filter(Argument.Body.class::isInstance).isPresent();
            if (body && entry instanceof Entry.Exchanged exchanged) {
                var recorded = exchanged.request().body();
                return recorded.cut() ? Stretched.whole(recorded) : recorded.bytes();
            }
            return text(name).getBytes(StandardCharsets.UTF_8);
        }

        private Optional<String> value(Argument argument) {
            return switch (argument) {
                case Argument.Text(var text) -> Optional.of(expanded(text));
                case Argument.Group(var number) ->
                    number <= match.groupCount()
                            ? Optional.ofNullable(match.group(number)).map(Acting::decodedPath)
                            : Optional.empty();
                case Argument.InRequest(var pointer) ->
                    exchanged().flatMap(e -> json(e.request().body().bytes())).flatMap(n -> at(n, pointer));
                case Argument.InAnswer(var pointer) ->
                    exchanged()
                            .flatMap(Entry.Exchanged::response)
                            .flatMap(r -> json(r.body().bytes()))
                            .flatMap(n -> at(n, pointer));
                case Argument.Field(var name) -> exchanged().flatMap(e -> field(e, name));
                case Argument.BasicUser() ->
                    exchanged()
                            .flatMap(e -> e.request().headers().first("Authorization"))
                            .flatMap(Credentials::basic)
                            .map(b -> b.substring(0, Math.max(0, b.indexOf(':'))));
                case Argument.Decoded(var number) ->
                    value(new Argument.Group(number)).map(Acting::decoded);
                case Argument.InStep(var pattern) -> found(pattern, entry.step());
                case Argument.Caused(var pointer) ->
                    caused.stream()
                            .flatMap(e -> json(e.request().body().bytes()).stream())
                            .flatMap(n -> at(n, pointer).stream())
                            .findFirst();
                case Argument.Called(var pattern) ->
                    caused.stream()
                            .map(e -> e.request().method() + " " + e.request().target())
                            .flatMap(t -> found(pattern, t).stream())
                            .map(Acting::decodedPath)
                            .findFirst();
                case Argument.Sent(var method) ->
                    caused.stream()
                            .filter(e -> e.request().method().equals(method))
                            .map(e -> e.request().body().text())
                            .findFirst();
                case Argument.FirstOf(var these) ->
                    these.stream().flatMap(a -> value(a).stream()).findFirst();
                case Argument.Remembered(var key) -> value(key).flatMap(k -> Optional.ofNullable(remembered.get(k)));
                case Argument.Body() -> exchanged().map(e -> e.request().body().text());
            };
        }

        private Optional<Entry.Exchanged> exchanged() {
            return entry instanceof Entry.Exchanged exchanged ? Optional.of(exchanged) : Optional.empty();
        }

        private String expanded(String text) {
            return GROUP.matcher(text)
                    .replaceAll(
                            m -> Matcher.quoteReplacement(Optional.ofNullable(match.group(Integer.parseInt(m.group(1))))
                                    .map(Acting::decodedPath)
                                    .orElse("")));
        }

        private static String decodedPath(String text) {
            try {
                return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return text;
            }
        }

        private static Optional<String> found(Pattern pattern, String text) {
            var found = pattern.matcher(text);
            if (!found.find()) return Optional.empty();
            return Optional.ofNullable(found.groupCount() == 0 ? found.group() : found.group(1));
        }

        private static Optional<String> at(JsonNode node, String pointer) {
            var found = node.at(pointer);
            if (found.isMissingNode() || found.isNull()) return Optional.empty();
            return Optional.of(found.isValueNode() ? found.asText() : found.toString());
        }

        private static Optional<String> field(Entry.Exchanged exchanged, String name) {
            for (var pair : (exchanged.request().query() + "&"
                            + exchanged.request().body().text())
                    .split("&")) {
                var equals = pair.indexOf('=');
                if (equals < 0 || !decoded2(pair.substring(0, equals)).equals(name)) continue;
                return Optional.of(decoded2(pair.substring(equals + 1)));
            }
            return Optional.empty();
        }

        private static String decoded2(String text) {
            try {
                return URLDecoder.decode(text, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return text;
            }
        }
    }
}
