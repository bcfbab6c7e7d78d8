/** Writes columns as the stage keeps them, without a log: needs what the package hides. */
@NullMarked
package org.tidemark.evidence;

import org.jspecify.annotations.NullMarked;
