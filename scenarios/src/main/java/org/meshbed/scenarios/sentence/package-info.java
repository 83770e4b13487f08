/** The sentences of the features as things of their own: found, matched and said outside of a feature file. */
package org.meshbed.scenarios.sentence;
