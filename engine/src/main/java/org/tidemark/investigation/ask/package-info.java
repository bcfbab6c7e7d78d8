/** Which log would settle what is open, whose is it, and when is it destroyed? */
@NullMarked
package org.tidemark.investigation.ask;

import org.jspecify.annotations.NullMarked;
