package org.meshbed.nodes.federation;

import java.util.List;
import java.util.Optional;
import org.meshbed.nodes.resource.Xml;

/**
 * What another server's answer to a sync report (RFC 6578) names. The answer is not trusted: what is no plain path is left out.
 *
 * @param hrefs raw paths of what is new or changed
 * @param mark what the list is called now
 */
record PeopleList(List<String> hrefs, Optional<String> mark) {
    static PeopleList read(byte[] body) {
        try {
            var root = Xml.read(body);
            var hrefs = root.all("response")
                    .filter(response -> response.all("propstat").findAny().isPresent())
                    .flatMap(response -> response.first("href").stream())
                    .map(href -> href.text().trim())
                    .filter(href -> href.matches("/[!-~]*"))
                    .toList();
            var mark = root.first("sync-token").map(it -> it.text().trim()).filter(it -> it.matches("[!-~]{1,500}"));
            return new PeopleList(hrefs, mark);
        } catch (Xml.NotXml e) {
            return new PeopleList(List.of(), Optional.empty());
        }
    }

    /** What the question of another server for what is new was asked since; empty for everything. */
    static String since(byte[] question) {
        try {
            return Xml.read(question)
                    .first("sync-token")
                    .map(it -> it.text().trim())
                    .orElse("");
        } catch (Xml.NotXml e) {
            return "";
        }
    }
}
