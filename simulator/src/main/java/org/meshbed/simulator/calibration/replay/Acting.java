package org.meshbed.simulator.calibration.replay;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meshbed.nodes.dialect.OcsPermissions;
import org.meshbed.nodes.identity.Permissions;
import org.meshbed.nodes.identity.ShareType;
import org.meshbed.nodes.node.NodeOperator;
import org.meshbed.nodes.party.Invite;
import org.meshbed.nodes.party.PartyDriver;
import org.meshbed.nodes.party.Place;
import org.meshbed.nodes.party.ReceivedShare;
import org.meshbed.nodes.party.SentShare;
import org.meshbed.nodes.party.ShareWish;
import org.meshbed.nodes.party.Told;
import org.meshbed.nodes.protocol.Content;
import org.meshbed.nodes.share.Arrived;
import org.meshbed.simulator.calibration.binding.BoundServer;
import org.meshbed.simulator.calibration.binding.Deed;
import org.meshbed.simulator.calibration.compare.Role;
import org.meshbed.simulator.calibration.compare.Texts;

/** One deed, done at the node. */
final class Acting {
    private final Stage stage;
    private final BoundServer server;
    private final Texts texts;
    private final ReceivedOnes received;
    private final Arguments arguments;
    private final Deed deed;

    Acting(Stage stage, BoundServer server, Texts texts, ReceivedOnes received, Arguments arguments, Deed deed) {
        this.stage = stage;
        this.server = server;
        this.texts = texts;
        this.received = received;
        this.arguments = arguments;
        this.deed = deed;
    }

    /** Does it; answers what the person was told, where it was a thing to be told of. */
    Optional<? extends Told<?>> act() {
        return switch (deed.verb()) {
            case NOTHING, REMEMBER -> Optional.empty();
            case SHARE -> Optional.of(share(wish()));
            case UNSHARE -> sent().map(party()::unshare);
            case PERMIT ->
                nothingToldOf("permissions")
                        ? Optional.empty()
                        : sent().map(s -> party().changePermissions(s, permissions()));
            case EXPIRE ->
                nothingToldOf("at")
                        ? Optional.empty()
                        : sent().map(s -> party().setExpiry(s, find("at").map(Acting::moment)));
            case FORGET -> sent().map(s -> operator().forgetShare(s));
            case RECEIVED ->
                deed.argument("share").isPresent()
                        ? received().map(party()::received)
                        : Optional.of(party().received());
            case SHARED -> Optional.of(party().shared());
            case CONTACTS -> Optional.of(party().contacts());
            case FIND -> Optional.of(party().findRecipient(text("text")));
            case ACCEPT -> received().map(party()::accept);
            case DECLINE -> received().map(party()::decline);
            case LEAVE -> received().map(party()::leave);
            case ARRIVE -> arrive();
            case RESHARE -> resharing().map(this::reshare);
            case READ, LIST, LOOK, WRITE, MAKE_FOLDER, MOVE, COPY, TOUCH, DELETE -> place().map(this::withFile);
            case INVITE -> Optional.of(invite());
            case ACCEPT_INVITE -> Optional.of(party().acceptInvite(inviteText()));
            case REMOVE_CONTACT ->
                Optional.of(party().removeContact(simulated("address")
                        + find("host").map(host -> "@" + host).orElse("")));
            case PASS, STOP, START, SWITCH, MAINTENANCE, DELETE_USER, SERVERS -> operate();
        };
    }

    /** The line could have said it, and did not. */
    private boolean nothingToldOf(String argument) {
        return deed.argument(argument).isPresent() && find(argument).isEmpty();
    }

    /** A day ends when the next begins. */
    private static Instant moment(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.parse(text);
    }

    private Optional<String> resharing() {
        return deed.argument("mount").isPresent()
                ? received.mounted(path(text("mount"))).map(ReceivedShare::id)
                : received();
    }

    private Told<?> reshare(String share) {
        var told = party().reshare(share, simulated("with"), permissions());
        if (told.happened()) newest().ifPresent(made -> gives("id", made.id()));
        return told;
    }

    private Optional<SentShare> newest() {
        return operator().sent(user()).stream().max(Comparator.comparing(SentShare::id));
    }

    private Told<?> withFile(Place place) {
        return switch (deed.verb()) {
            case LIST -> party().list(place);
            case LOOK -> party().look(place);
            case WRITE -> party().write(place, content());
            case MAKE_FOLDER -> party().makeFolder(place);
            case MOVE -> party().move(place, to(place));
            case COPY -> party().copy(place, new Place(place.share(), path(text("to"))));
            case TOUCH -> party().touch(place, second(text("at")));
            case DELETE -> party().delete(place);
            default -> read(place);
        };
    }

    private Place to(Place from) {
        return find("out").map(out -> Place.own(path(out))).orElseGet(() -> new Place(from.share(), path(text("to"))));
    }

    private static Instant second(String text) {
        var found = Pattern.compile("\\b([0-9]{1,12})\\s*(</|$)").matcher(text);
        return Instant.ofEpochSecond(found.find() ? Long.parseLong(found.group(1)) : 0);
    }

    private Told<Content> read(Place place) {
        var told = party().read(place);
        told.value().ifPresent(Acting::drain);
        return told;
    }

    private Optional<Told<?>> arrive() {
        operator()
                .restoreReceived(
                        server.user(text("as")),
                        new Arrived(text("name"), text("with"), text("id"), text("secret"), text("url"), false));
        return Optional.empty();
    }

    private Optional<? extends Told<?>> operate() {
        return switch (deed.verb()) {
            case STOP -> {
                stage.stop();
                yield Optional.empty();
            }
            case START -> {
                stage.start();
                yield Optional.empty();
            }
            case PASS -> {
                stage.pass(Duration.ofSeconds(Long.parseLong(text("seconds"))));
                yield Optional.empty();
            }
            case SWITCH -> Optional.of(operator().changeSetting(text("setting"), text("value")));
            case MAINTENANCE -> Optional.of(operator().maintenance(text("on").equals("true")));
            case DELETE_USER -> Optional.of(operator().deleteUser(server.user(text("user"))));
            default ->
                Optional.of(find("token")
                        .map(token -> operator().trust(text("hosts"), token))
                        .orElseGet(() -> operator()
                                .editProviderList(Arrays.asList(text("hosts").split("[ ,]+", -1)))));
        };
    }

    private NodeOperator operator() {
        return stage.node().operator();
    }

    private static void drain(Content content) {
        try (var in = content.open()) {
            in.readAllBytes();
        } catch (IOException e) {
            return; // a read that breaks off is the affair of the reader
        }
    }

    private PartyDriver party() {
        return stage.node().party(user());
    }

    private String user() {
        return server.user(find("as").orElse(server.people().getFirst().user()));
    }

    private Told<SentShare> share(ShareWish wish) {
        if (deed.argument("kind").isPresent()) make(Place.own(wish.path()));
        var told = party().share(wish);
        told.value().ifPresent(share -> gives("id", share.id()));
        return told;
    }

    /** The test had put it there, where nobody saw it. */
    private void make(Place place) {
        if (party().list(place).happened() || party().read(place).happened()) return;
        if (text("kind").equals("folder")) party().makeFolder(place);
        else party().write(place, content());
    }

    private ShareWish wish() {
        var wish = new ShareWish(path(text("path")), simulated("with"), type(text("type")), permissions(), expires());
        return find("server").map(wish::at).orElse(wish);
    }

    private static ShareType type(String word) {
        return word.equals("group") || word.equals("1") ? ShareType.GROUP : ShareType.USER;
    }

    private Permissions permissions() {
        var bits = find("permissions").filter(text -> text.matches("[0-9]{1,3}"));
        if (bits.isPresent()) return OcsPermissions.of(Integer.parseInt(bits.get()));
        return Permissions.of(Arrays.stream(find("permissions").orElse("read").split("[^a-z]+", -1))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    private Optional<Instant> expires() {
        return find("expires")
                .filter(text -> text.matches("[1-9][0-9]{0,11}"))
                .map(text -> Instant.ofEpochSecond(Long.parseLong(text)));
    }

    private Told<Invite> invite() {
        var told = party().invite();
        told.value().ifPresent(invite -> {
            gives("string", invite.inviteString());
            var plain = Arguments.fromBase64(invite.inviteString());
            gives("token", plain.substring(0, Math.max(0, plain.lastIndexOf('@'))));
        });
        return told;
    }

    /** What the node made up is bound to what the recording says of the same thing. */
    private void gives(String name, String own) {
        Optional.ofNullable(deed.gives().get(name))
                .flatMap(arguments::value)
                .ifPresent(real -> texts.objection(Role.MADE_UP, real, own));
    }

    private String inviteText() {
        return find("text").map(this::inviteText).orElseGet(() -> simulated("token") + "@" + simulated("host"));
    }

    /** What is inside of it may be known, though it is not by itself. */
    private String inviteText(String real) {
        var whole = texts.bonds().toSimulated(real);
        if (!whole.equals(real)) return whole;
        var inside = Arguments.fromBase64(real);
        var changed = texts.bonds().toSimulated(inside);
        return changed.equals(inside) ? real : changed;
    }

    private Optional<String> received() {
        return find("share").map(received::called).orElseGet(received::newest);
    }

    private Optional<String> sent() {
        var wanted = find("sent").map(texts.bonds()::whole).orElse("");
        return operator().sent(user()).stream()
                .filter(s ->
                        wanted.isEmpty() || s.id().equals(wanted) || s.path().equals(path(wanted)))
                .reduce((_, last) -> last)
                .map(SentShare::id);
    }

    private Optional<Place> place() {
        var path = path(text("path"));
        if (deed.argument("mount").isPresent()) return Optional.of(mounted(text("mount"), path));
        if (deed.argument("share").isEmpty()) return Optional.of(Place.own(path));
        return received().map(share -> Place.in(share, received.isFile(share) ? "" : path));
    }

    private Place mounted(String name, String path) {
        return received.mounted(name)
                .map(share -> Place.in(share.id(), path))
                .orElseGet(() -> Place.own(path.isEmpty() ? name : name + "/" + path));
    }

    private static String path(String path) {
        return path.replaceAll("^/+|/+$", "");
    }

    private Content content() {
        return Content.of(deed.argument("content").map(arguments::bytes).orElse(new byte[0]));
    }

    private String simulated(String name) {
        return texts.bonds().toSimulated(text(name));
    }

    private String text(String name) {
        return find(name).orElse("");
    }

    private Optional<String> find(String name) {
        return deed.argument(name).flatMap(arguments::value);
    }
}
