package org.meshbed.simulator.calibration.compare;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An element of XML: its name with the namespace, its own text, its children. Prefixes and attributes are left aside. */
record XmlTree(String name, String local, String text, List<XmlTree> children) {
    private static final int DEEPEST = 50;
    private static final XMLInputFactory FACTORY = factory();

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLReporter((_, _, _, _) -> {}); // else it writes to the error stream
        return factory;
    }

    /** The document, where the bytes are XML. */
    static Optional<XmlTree> read(byte[] bytes) {
        if (!new String(bytes, StandardCharsets.UTF_8).stripLeading().startsWith("<")) return Optional.empty();
        try {
            var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext())
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    var tree = element(reader, 0);
                    while (reader.hasNext()) reader.next();
                    return Optional.of(tree);
                }
            return Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static XmlTree element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) throw new XMLStreamException("too deep");
        var local = reader.getLocalName();
        var space = reader.getNamespaceURI();
        var text = new StringBuilder();
        var children = new ArrayList<XmlTree>();
        for (var event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) children.add(element(reader, depth + 1));
            else if (event == XMLStreamConstants.CHARACTERS) text.append(reader.getText());
        }
        return new XmlTree(
                "{" + (space == null ? "" : space) + "}" + local,
                local,
                text.toString().strip(),
                children);
    }

    /** The text of the first child of that name, for telling siblings of one name apart. */
    String textOf(String child) {
        return children.stream()
                .filter(c -> c.local.equals(child))
                .map(XmlTree::text)
                .findFirst()
                .orElse("");
    }
}
