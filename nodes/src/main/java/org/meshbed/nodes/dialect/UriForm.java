package org.meshbed.nodes.dialect;

/** How a share says where its resource is. */
public enum UriForm {
    /** A whole URL. */
    ABSOLUTE,
    /** An id below the sending server's webdav path. */
    RELATIVE,
    /** The receiving server does not say which it takes. */
    UNSAID
}
