package org.meshbed.nodes.discovery;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.meshbed.nodes.dialect.Capability;
import org.meshbed.nodes.dialect.Vocabulary;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.protocol.Field;
import org.meshbed.nodes.protocol.MessageView;

/** What makes a discovery document none for products that look at it closely; in words that follow its name. */
final class DocumentFaults {
    private static final List<String> PLACES = List.of("endPoint", "tokenEndPoint", "jwksUri", "inviteAcceptDialog");

    private static final List<String> LISTS = List.of("resourceTypes", "capabilities", "criteria");

    private final Origin origin;
    private final MessageView document;

    private DocumentFaults(Origin origin, MessageView document) {
        this.origin = origin;
        this.document = document;
    }

    /** The first fault of these kinds. */
    static Optional<String> of(List<String> kinds, Origin origin, MessageView document) {
        var faults = new DocumentFaults(origin, document);
        return kinds.stream().flatMap(kind -> faults.of(kind).stream()).findFirst();
    }

    private Optional<String> of(String kind) {
        return switch (kind) {
            case "elsewhere" ->
                PLACES.stream().filter(this::elsewhere).findFirst().map(place -> "has a " + place + " elsewhere");
            case "half-an-exchange" -> half() ? Optional.of("offers half of a token exchange") : Optional.empty();
            case "odd-members" -> odd();
            case "odd-lists" ->
                LISTS.stream().filter(this::isNoList).findFirst().map(list -> "has an odd " + list);
            default -> throw new IllegalStateException("there is no fault of a document named " + kind);
        };
    }

    /** The page on which invites are accepted may be told by its path alone. */
    private boolean elsewhere(String place) {
        var url = document.text(place).value().filter(text -> !text.isEmpty());
        if (url.isEmpty() || place.equals("inviteAcceptDialog") && !url.get().contains("://")) return false;
        try {
            return !Endpoint.parse(url.get()).origin().equals(origin);
        } catch (NotWellFormed e) {
            return true;
        }
    }

    private boolean isNoList(String member) {
        var there = document.at(member).filter(node -> !node.isNull());
        return there.filter(node -> !node.isArray()).isPresent();
    }

    private boolean half() {
        var says = document.texts("capabilities").value().orElse(List.of()).stream()
                .anyMatch(word -> Vocabulary.capability(word)
                        .filter(Capability.EXCHANGE_TOKEN::equals)
                        .isPresent());
        var place = document.text("tokenEndPoint")
                .value()
                .filter(text -> !text.isEmpty())
                .isPresent();
        return says != place;
    }

    private Optional<String> odd() {
        for (var member : List.of("capabilities", "criteria"))
            if (document.texts(member) instanceof Field.WrongType<?>) return Optional.of("has an odd " + member);
        for (var member : PLACES)
            if (document.text(member) instanceof Field.WrongType<?>) return Optional.of("has an odd " + member);
        var types = document.objects("resourceTypes");
        var odd = types instanceof Field.WrongType<?>
                || types.value().orElse(List.of()).stream().anyMatch(DocumentFaults::isOdd);
        return odd ? Optional.of("has odd resourceTypes") : Optional.empty();
    }

    private static boolean isOdd(MessageView type) {
        var protocols = type.object("protocols");
        if (type.text("name").value().filter(Predicate.not(String::isEmpty)).isEmpty()) return true;
        if (protocols.value().isEmpty()) return protocols instanceof Field.WrongType<?>;
        var webdav = protocols.value().get().text("webdav");
        var receive = protocols.value().get().object("webdav-receive");
        var form = receive.value().flatMap(r -> r.text("uri").value()).orElse("");
        return !(webdav instanceof Field.Absent<?>) && webdav.value().isEmpty()
                || !(receive instanceof Field.Absent<?>)
                        && !List.of("absolute", "relative").contains(form);
    }
}
