/** What people typed and what they probably meant: wrong values are told with the place they stand at and the right form. */
package org.meshbed.scenarios.input;
