/** Stage 0. What does the responder say? */
@NullMarked
package org.tidemark.casefile;

import org.jspecify.annotations.NullMarked;
