/** What there is of vendors, for people: lists, one profile, two compared, one's own, and the page of all quirks. */
package org.meshbed.scenarios.vendors;
