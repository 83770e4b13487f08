/** The sentences of the features, one class per noun: a step turns a sentence into one call. */
package org.meshbed.scenarios.steps;
