package org.meshbed.nodes.dialect;

import java.util.Locale;

/** How a version of OCM signs requests, and by what its signature is known among others on one request. */
public enum SignatureForm {
    /** draft-cavage-http-signatures-12, the key as {@code publicKey} in the discovery document (1.2). */
    CAVAGE,
    /** RFC 9421 without a mark of its own (1.3). */
    UNNAMED,
    /** RFC 9421 under the dictionary label {@code ocm}, {@code date} and {@code content-length} covered (1.4). */
    LABELLED,
    /** RFC 9421 with the parameter {@code tag="ocm"}, the label free, {@code date} not covered (1.5). */
    TAGGED,
    /** What verifiers of 1.4 and of 1.5 both take: label and tag, {@code date} covered (AMB-86). */
    DUAL,
    /** The form of ocm-stub: like that of 1.2, but values alone are signed. No version has it; a profile names it. */
    OCM_STUB;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a verifier of that form takes a signature of this one. */
    public boolean suits(SignatureForm verifier) {
        return switch (verifier) {
            case CAVAGE -> this == CAVAGE;
            case UNNAMED -> this != CAVAGE && this != OCM_STUB;
            case LABELLED -> this == LABELLED || this == DUAL;
            case TAGGED -> this == TAGGED || this == DUAL;
            case DUAL -> this == DUAL;
            case OCM_STUB -> this == OCM_STUB;
        };
    }
}
