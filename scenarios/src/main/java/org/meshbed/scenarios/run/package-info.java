/** Runs feature files through Cucumber in this process, judges each scenario and reports. */
package org.meshbed.scenarios.run;
