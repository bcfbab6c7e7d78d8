/** Tests of stage 2. */
@NullMarked
package org.tidemark.trail;

import org.jspecify.annotations.NullMarked;
