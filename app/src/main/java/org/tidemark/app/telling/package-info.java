/** Answers of {@code tidemark trace} about the trail, worded for the terminal. */
@NullMarked
package org.tidemark.app.telling;

import org.jspecify.annotations.NullMarked;
