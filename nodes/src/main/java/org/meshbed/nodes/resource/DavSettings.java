package org.meshbed.nodes.resource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.resource.DavProperty.Name;
import org.meshbed.nodes.resource.DavProperty.Subject;
import org.meshbed.nodes.vendor.quirk.AccessQuirk.AccessProperties;

/** PROPPATCH of a vendor some of whose properties can be set: all that is asked for, or nothing (RFC 4918, 9.2). */
final class DavSettings {
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");

    private final Homes homes;
    private final AccessProperties own;

    DavSettings(Homes homes, AccessProperties own) {
        this.homes = homes;
        this.own = own;
    }

    /** @param values the elements to be set; @param names of these and of those to be removed */
    WireReply set(DavCall call, Subject subject, List<Xml> values, List<Name> names) {
        var can = new StringBuilder();
        var cannot = new StringBuilder();
        for (var name : names) {
            var settable = values.stream()
                    .anyMatch(
                            value -> Name.of(value).equals(name) && date(value).isPresent());
            (settable ? can : cannot).append(name.element(""));
        }
        if (!cannot.isEmpty())
            return told(subject, propstat("424 Failed Dependency", can) + propstat("403 Forbidden", cannot));
        var date = values.stream().flatMap(value -> date(value).stream()).reduce((_, last) -> last);
        if (date.isPresent())
            homes.date(call.user(), call.path(), date.get(), call.condition(homes, Integer.MAX_VALUE));
        return told(subject, propstat("200 OK", can));
    }

    private Optional<Instant> date(Xml value) {
        if (!value.is("lastmodified") || !own.sets().contains("lastmodified")) return Optional.empty();
        return Optional.of(value.text().trim())
                .filter(SECONDS.asMatchPredicate())
                .map(Long::parseLong)
                .map(Instant::ofEpochSecond);
    }

    private static WireReply told(Subject subject, String propstats) {
        return DavReply.xml(
                207,
                "<d:multistatus xmlns:d=\"DAV:\"><d:response><d:href>" + Xml.escape(subject.href()) + "</d:href>"
                        + propstats + "</d:response></d:multistatus>");
    }

    private static String propstat(String status, StringBuilder properties) {
        return properties.isEmpty()
                ? ""
                : "<d:propstat><d:prop>" + properties + "</d:prop><d:status>HTTP/1.1 " + status
                        + "</d:status></d:propstat>";
    }
}
