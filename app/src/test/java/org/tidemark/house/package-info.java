/**
 * Tests that hold the house: what may use what, what a source file may look like, that the docs
 * name what exists. Each guard also shows, on a made bad input, that it can fail.
 */
@NullMarked
package org.tidemark.house;

import org.jspecify.annotations.NullMarked;
