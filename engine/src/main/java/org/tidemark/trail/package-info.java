/** Stage 2. How did they get in, where could they go, and when? */
@NullMarked
package org.tidemark.trail;

import org.jspecify.annotations.NullMarked;
