package org.meshbed.nodes.vendor.quirk;

/**
 * A quirk of several parts, each with evidence of its own: a profile may declare the type more than once, and a child or
 * a setting changes single parts of it.
 */
public interface Merging {
    /** Both together; where they say something of the same part, this one is right. */
    Quirk over(Quirk below);
}
