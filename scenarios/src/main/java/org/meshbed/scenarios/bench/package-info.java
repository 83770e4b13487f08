/** How fast it is, beside the budgets of the design; the one place of the scenarios that looks at the real clock. */
package org.meshbed.scenarios.bench;
