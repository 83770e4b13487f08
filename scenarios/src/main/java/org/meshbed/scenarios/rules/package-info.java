/** What is known of every rule: how it is checked, which scenarios exercise it, which mutants prove its check. */
package org.meshbed.scenarios.rules;
