/** Makes a case with known truth: evidence, case file and the answers beside it. */
@NullMarked
package org.tidemark.drill;

import org.jspecify.annotations.NullMarked;
