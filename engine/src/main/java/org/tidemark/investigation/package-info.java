/** In which order, what is reused, how far are we? */
@NullMarked
package org.tidemark.investigation;

import org.jspecify.annotations.NullMarked;
