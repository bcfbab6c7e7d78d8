/**
 * What tests of several modules need: where the project and the real data lie, what had to be left
 * out.
 */
@NullMarked
package org.tidemark.testing;

import org.jspecify.annotations.NullMarked;
