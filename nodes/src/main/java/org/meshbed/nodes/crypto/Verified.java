package org.meshbed.nodes.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was found out about a signature lately: the node that gets a message and the oracle that watches it both ask the
 * same of the same bytes. The answer depends on nothing else, so it does not matter who asked first. Bounded.
 */
final class Verified {
    private static final int MOST = 1024;

    private final Map<String, Boolean> answers = new ConcurrentHashMap<>();

    /** Finds out whether a signature fits. */
    interface Question {
        boolean fits() throws GeneralSecurityException;
    }

    /** Answers what was found out before; else asks, and remembers the answer but not a failure. */
    boolean ask(PublicKey key, byte[] message, byte[] made, Question question) throws GeneralSecurityException {
        if (key.getEncoded() == null) return question.fits();
        var name = name(key, message, made);
        var before = answers.get(name);
        if (before != null) return before;
        var answer = question.fits();
        if (answers.size() >= MOST) answers.clear();
        answers.put(name, answer);
        return answer;
    }

    private static String name(PublicKey key, byte[] message, byte[] made) throws GeneralSecurityException {
        var sha = MessageDigest.getInstance("SHA-256");
        for (var part : new byte[][] {key.getEncoded(), message, made}) {
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
            sha.update(part);
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
