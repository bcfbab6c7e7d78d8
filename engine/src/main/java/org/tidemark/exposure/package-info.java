/** Stage 3. Which objects did they reach, and what personal data is in them? */
@NullMarked
package org.tidemark.exposure;

import org.jspecify.annotations.NullMarked;
