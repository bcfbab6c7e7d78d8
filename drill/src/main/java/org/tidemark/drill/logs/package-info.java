/** The logs of a drill: ordinary work, the intruder, and the formats both are written in. */
@NullMarked
package org.tidemark.drill.logs;

import org.jspecify.annotations.NullMarked;
