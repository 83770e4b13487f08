package org.meshbed.simulator.calibration.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import org.meshbed.nodes.party.Told;
import org.meshbed.simulator.calibration.binding.BoundServer;
import org.meshbed.simulator.calibration.binding.Deed;
import org.meshbed.simulator.calibration.compare.Bonds;
import org.meshbed.simulator.calibration.compare.Texts;

/** Does at the node what people and operators of the real server did. */
final class Persons {
    private final Stage stage;
    private final BoundServer server;
    private final Texts texts;
    private final ReceivedOnes received;
    private final Map<String, String> remembered = new LinkedHashMap<>();

    Persons(Stage stage, BoundServer server, Bonds bonds) {
        this.stage = stage;
        this.server = server;
        this.texts = new Texts(bonds);
        this.received = new ReceivedOnes(stage, server, bonds);
    }

    void act(Cue.Acted acted) {
        var arguments = new Arguments(acted, remembered);
        for (var deed : acted.deeds()) {
            if (deed.verb() == Deed.Verb.REMEMBER) remember(deed, arguments);
            new Acting(stage, server, texts, received, arguments, deed)
                    .act()
                    .ifPresent(told -> stage.heard().told(deed.verb().word() + " " + word(told) + ": " + told.words()));
        }
        received.learn(acted.entry());
    }

    private void remember(Deed deed, Arguments arguments) {
        var key = deed.argument("key").flatMap(arguments::value);
        var value = deed.argument("value").flatMap(arguments::value);
        if (key.isPresent() && value.isPresent()) remembered.put(key.get(), value.get());
    }

    private static String word(Told<?> told) {
        return switch (told) {
            case Told.Done<?> _ -> "done";
            case Told.Refused<?> _ -> "refused";
            case Told.Unclear<?> _ -> "unclear";
            case Told.Unsupported<?> _ -> "unsupported";
        };
    }
}
