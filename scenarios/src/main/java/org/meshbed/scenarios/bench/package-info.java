/** How fast it is, beside the budgets of the design. */
package org.meshbed.scenarios.bench;
