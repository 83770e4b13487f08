package org.meshbed.simulator.world.loopback;

import java.security.SecureRandom;
import org.meshbed.nodes.port.Chance;
import org.meshbed.nodes.port.Secrets;

/** Secrets and luck from the machine, for a world without a seed. */
final class RandomSecrets implements Secrets, Chance {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private final SecureRandom random = new SecureRandom();

    @Override
    public String text(Purpose purpose, int length) {
        var text = new StringBuilder(length);
        for (var i = 0; i < length; i++) text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        return text.toString();
    }

    @Override
    public int below(String purpose, int bound) {
        return random.nextInt(bound);
    }
}
