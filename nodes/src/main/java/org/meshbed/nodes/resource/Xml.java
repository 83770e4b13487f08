package org.meshbed.nodes.resource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An XML element as it was read: name, text of its own, child elements. Reading refuses document types, so that no
 * entity is ever looked up, and nesting beyond 32 levels; the size is the caller's to bound.
 *
 * @param namespace empty where there is none
 */
public record Xml(String namespace, String name, String text, List<Xml> children) {
    static final String DAV = "DAV:";
    private static final int DEEPEST = 32;

    /** Bytes that are no XML we take. */
    public static final class NotXml extends Exception {
        NotXml(String why) {
            super(why, null, false, false);
        }
    }

    public static Xml read(byte[] bytes) throws NotXml {
        var reader = new Reader();
        try {
            parsers().newSAXParser().parse(new InputSource(new ByteArrayInputStream(bytes)), reader);
            return reader.root.orElseThrow(() -> new NotXml("there is no element"));
        } catch (SAXException | IOException e) {
            throw new NotXml("the body is not the XML that is taken here");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML parser of the JDK cannot be made safe", e);
        }
    }

    boolean is(String davName) {
        return namespace.equals(DAV) && name.equals(davName);
    }

    /** The children of this name in the namespace of WebDAV. */
    public Stream<Xml> all(String davName) {
        return children.stream().filter(child -> child.is(davName));
    }

    public Optional<Xml> first(String davName) {
        return all(davName).findFirst();
    }

    /** Safe as text and in attributes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static SAXParserFactory parsers() {
        try {
            var parsers = SAXParserFactory.newDefaultNSInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
            parsers.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            return parsers;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the XML parser of the JDK cannot be made safe", e);
        }
    }

    private static final class Reader extends DefaultHandler {
        private final Deque<Open> open = new ArrayDeque<>();
        private Optional<Xml> root = Optional.empty();

        private record Open(String namespace, String name, StringBuilder text, List<Xml> children) {}

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            if (open.size() == DEEPEST) throw new SAXException("nested too deeply");
            open.push(new Open(uri, localName, new StringBuilder(), new ArrayList<>()));
        }

        @Override
        public void characters(char[] text, int from, int count) {
            if (!open.isEmpty()) open.peek().text.append(text, from, count);
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            var done = open.pop();
            var element = new Xml(done.namespace, done.name, done.text.toString(), List.copyOf(done.children));
            if (open.isEmpty()) root = Optional.of(element);
            else open.peek().children.add(element);
        }
    }
}
