/** Stage 1. What do the logs and files say, and what do they not cover? */
@NullMarked
package org.tidemark.evidence;

import org.jspecify.annotations.NullMarked;
