package org.meshbed.simulator.journal;

import org.meshbed.nodes.port.Secrets;

/** Tells the recorder each secret that is drawn, so that it can be masked; ids are none. */
public record ToldSecrets(Secrets secrets, Recorder recorder) implements Secrets {
    @Override
    public String text(Purpose purpose, int length) {
        var text = secrets.text(purpose, length);
        switch (purpose) {
            case SHARED_SECRET, INVITE_TOKEN, ACCESS_TOKEN -> recorder.secret(text);
            case SHARE_ID, INTERNAL_ID, SIGNING_KEY -> {} // a key's secret goes nowhere but into the key
        }
        return text;
    }
}
