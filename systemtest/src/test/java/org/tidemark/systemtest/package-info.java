/** Tests with a real browser and real servers around the whole program. */
@NullMarked
package org.tidemark.systemtest;

import org.jspecify.annotations.NullMarked;
