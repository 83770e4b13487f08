/** The rules held against one real server: peers for it to talk with, probes, and what came of them rule by rule. */
package org.meshbed.scenarios.conform;
