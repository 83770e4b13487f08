package org.meshbed.nodes.federation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Table;
import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.resource.HttpDate;
import org.meshbed.nodes.resource.Xml;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.Facts;
import org.meshbed.nodes.vendor.quirk.Template;
import org.meshbed.nodes.vendor.quirk.TrustQuirk.TrustExchanges;

/** The list of this server's people, as one trusted server shows it to another: a card each (RFC 6350, RFC 6352). */
final class AddressBook {
    private static final String COUNTER = "BOOK";

    private final Manner manner;
    private final Supplier<List<Map<String, String>>> people;
    private final Ports ports;
    private final Table<Integer> counters;
    private final Table<String> dates;

    /** @param people what templates may say of each */
    AddressBook(Manner manner, Supplier<List<Map<String, String>>> people, Ports ports) {
        this.manner = manner;
        this.people = people;
        this.ports = ports;
        this.counters = new Table<>(ports.store(), "counters", Integer.class);
        this.dates = new Table<>(ports.store(), "people-since", String.class);
    }

    /** A person's card. */
    private record Card(String path, String text) {
        String tag() {
            var digest = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
            return '"' + digest.toString().replace("-", "") + '"';
        }
    }

    private List<Card> cards(TrustExchanges how) {
        return people.get().stream()
                .map(person -> manner.own().and("user", person))
                .map(facts -> new Card(how.book() + "/" + Template.text(how.card(), facts), text(how, facts)))
                .toList();
    }

    private static String text(TrustExchanges how, Facts facts) {
        return how.cards().stream()
                .filter(card -> card.when().map(when -> when.holds(facts)).orElse(true))
                .findFirst()
                .map(card -> Template.text(card.text(), facts))
                .orElse("");
    }

    /** What is new since the list had that name: all of it, but for whoever knows what it is called now. */
    WireReply report(TrustExchanges how, String since) {
        var mark = "http://sabre.io/ns/sync/" + changes();
        var text = new StringBuilder("<?xml version=\"1.0\"?>\n<d:multistatus xmlns:d=\"DAV:\">\n");
        if (!since.equals(mark))
            for (var card : cards(how))
                text.append(" <d:response>\n  <d:href>" + Xml.escape(card.path())
                        + "</d:href>\n  <d:propstat>\n   <d:prop>\n"
                        + "    <d:getcontenttype>text/vcard; charset=utf-8</d:getcontenttype>\n    <d:getetag>"
                        + Xml.escape(card.tag()) + "</d:getetag>\n   </d:prop>\n"
                        + "   <d:status>HTTP/1.1 200 OK</d:status>\n  </d:propstat>\n </d:response>\n");
        text.append(" <d:sync-token>" + mark + "</d:sync-token>\n</d:multistatus>\n");
        return WireReply.of(
                207, Headers.of("Content-Type", "application/xml; charset=utf-8"), Body.of(text.toString()));
    }

    /** The list was made, then each person, and whoever is called otherwise than at first was changed. */
    private int changes() {
        return counters.get(COUNTER)
                .orElseGet(() -> 1
                        + people.get().stream()
                                .mapToInt(p -> p.getOrDefault("name", "").equals(p.getOrDefault("id", "")) ? 1 : 2)
                                .sum());
    }

    /** The card at a path, or the answer that there is none. */
    WireReply card(TrustExchanges how, String path, WireReply otherwise) {
        return cards(how).stream()
                .filter(card -> card.path().equals(path))
                .findFirst()
                .map(card -> WireReply.of(
                        200,
                        Headers.of(
                                "Last-Modified",
                                HttpDate.write(since()),
                                "ETag",
                                card.tag(),
                                "Content-Type",
                                "text/vcard; charset=utf-8"),
                        Body.of(card.text())))
                .orElse(otherwise);
    }

    /** The moment from which on the list was looked at. */
    private Instant since() {
        dates.putIfAbsent("people", ports.time().now().toString());
        return Instant.parse(dates.get("people").orElseThrow());
    }
}
