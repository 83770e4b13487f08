package org.meshbed.simulator.calibration.compare;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.meshbed.nodes.protocol.Headers;
import org.meshbed.simulator.calibration.trace.RecordedBody;

/** Compares bodies: JSON, XML and forms by structure, all else exactly; what was cut, up to the cut. */
final class Bodies {
    private final Findings findings;

    Bodies(Findings findings) {
        this.findings = findings;
    }

    void compare(RecordedBody real, byte[] own, Headers headers) {
        if (real.leftOut()) return;
        if (real.cut()) cut(real, own);
        else whole(real.bytes(), own, headers.first("Content-Type").orElse(""));
    }

    private void whole(byte[] real, byte[] own, String type) {
        if (Arrays.equals(real, own)) return;
        var json = JsonBodies.read(real);
        var ownJson = JsonBodies.read(own);
        if (json.isPresent() && ownJson.isPresent()) {
            new JsonBodies(findings).compare("body ", "", json.get(), ownJson.get());
            return;
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            new FormBodies(findings).compare("body field", text(real), text(own));
            return;
        }
        var xml = XmlTree.read(real);
        var ownXml = XmlTree.read(own);
        if (xml.isPresent() && ownXml.isPresent() && !isPage(xml.get()))
            new XmlBodies(findings).compare("body ", xml.get(), ownXml.get());
        else findings.text("body", Role.EXACT, text(real), text(own));
    }

    private static boolean isPage(XmlTree tree) {
        return tree.local().equalsIgnoreCase("html");
    }

    private void cut(RecordedBody real, byte[] own) {
        if (real.whole() > 0 && real.whole() != own.length)
            findings.add("length of body", Long.toString(real.whole()), Integer.toString(own.length));
        var start = Arrays.copyOf(own, Math.min(own.length, real.bytes().length));
        if (!Arrays.equals(real.bytes(), start))
            findings.text("body up to the cut", Role.EXACT, real.text(), text(start));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
