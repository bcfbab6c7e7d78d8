/** Drills: whether the answer to a case with known truth is the truth. */
@NullMarked
package org.tidemark.app.rehearsal;

import org.jspecify.annotations.NullMarked;
