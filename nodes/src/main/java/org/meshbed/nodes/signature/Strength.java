package org.meshbed.nodes.signature;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/** What a key of a stranger must be like: strong enough to mean something, small enough not to cost much. */
final class Strength {
    private static final int RSA_LEAST = 2048;
    private static final int RSA_MOST = 8192;
    private static final int EXPONENT_MOST = 33;
    private static final List<Integer> CURVES = List.of(256, 384, 521);

    private Strength() {}

    static void check(PublicKey key) throws Malformed {
        switch (key) {
            case RSAPublicKey rsa -> {
                checkModulus(rsa.getModulus());
                if (rsa.getPublicExponent().bitLength() > EXPONENT_MOST
                        || !rsa.getPublicExponent().testBit(0)
                        || rsa.getPublicExponent().bitLength() < 2)
                    throw new Malformed("the RSA key has an exponent that nobody uses");
            }
            case ECPublicKey ec -> {
                var bits = ec.getParams().getOrder().bitLength();
                if (!CURVES.contains(bits)) throw new Malformed("the curve of the key has " + bits + " bits");
            }
            default -> {}
        }
    }

    /** For itself too, because some keys are so small that no provider makes one of them. */
    static void checkModulus(BigInteger modulus) throws Malformed {
        var bits = modulus.bitLength();
        if (bits < RSA_LEAST || bits > RSA_MOST)
            throw new Malformed("the RSA key has " + bits + " bits, not " + RSA_LEAST + " to " + RSA_MOST);
    }
}
