package org.meshbed.nodes.resource;

import org.meshbed.nodes.protocol.Body;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.nodes.protocol.WireReply;
import org.meshbed.nodes.resource.FileOutcome.Undone;

/** Replies of the WebDAV server: XML where there is something to say, else none; nothing of the inside shows. */
final class DavReply {
    private static final String XML_TYPE = "application/xml; charset=utf-8";

    private DavReply() {}

    static WireReply xml(int status, String element) {
        var document = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + element;
        return WireReply.of(status, Headers.of("Content-Type", XML_TYPE), Body.of(document));
    }

    /** Without a declaration. */
    static WireReply bareXml(int status, String element) {
        return WireReply.of(status, Headers.of("Content-Type", XML_TYPE), Body.of(element));
    }

    /** A condition that did not hold, by its name in the namespace of WebDAV (RFC 4918, 16). */
    static WireReply error(int status, String condition) {
        return xml(status, "<d:error xmlns:d=\"DAV:\"><d:" + condition + "/></d:error>");
    }

    /** A request that cannot be right, and why: the words quote what was sent, nothing else. */
    static WireReply bad(int status, String words) {
        return xml(
                status,
                "<d:error xmlns:d=\"DAV:\"><m:message xmlns:m=\"urn:meshbed:dav\">" + Xml.escape(words)
                        + "</m:message></d:error>");
    }

    static WireReply forbidden() {
        return error(403, "need-privileges");
    }

    /** The answer to what could not be done, where the method has none of its own for that. */
    static WireReply undone(Undone<?> undone) {
        return WireReply.empty(
                switch (undone.reason()) {
                    case BAD_PATH, BROKEN_OFF -> 400;
                    case INTO_ITSELF, HOME -> 403;
                    case MISSING -> 404;
                    case NOT_A_FOLDER, NOT_A_FILE -> 405;
                    case NO_PARENT -> 409;
                    case EXISTS, UNMET -> 412;
                    case NOT_KEPT, FULL -> 507;
                });
    }
}
