package org.meshbed.nodes.signature;

import org.meshbed.nodes.dialect.SignatureForm;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.port.Time;
import org.meshbed.nodes.port.Witness;
import org.meshbed.nodes.protocol.WireRequest;

/** Signs what leaves the node. What was signed, line by line, is told to the witness. */
public final class Signer {
    private final NodeKeys keys;
    private final Time time;
    private final Witness witness;

    public Signer(NodeKeys keys, Time time, Witness witness) {
        this.keys = keys;
        this.time = time;
        this.witness = witness;
    }

    /** The request to {@code to} with a signature of that form. */
    public WireRequest sign(Endpoint to, WireRequest request, SignatureForm form) {
        var key = keys.current();
        var made = switch (form) {
            case CAVAGE -> CavageSignature.sign(to, request, key, time.now());
            case OCM_STUB -> ValuesSignature.sign(to, request, key, time.now());
            case UNNAMED, LABELLED, TAGGED, DUAL -> MessageSignature.sign(to, request, form, key, time.now());
        };
        var name = form == SignatureForm.CAVAGE ? key.keyId() : key.kid();
        witness.decided("signature", "made as " + form.word() + " with " + name, made.base());
        return made.request();
    }
}
