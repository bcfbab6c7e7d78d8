/** Stage 4. Whose data is it, and how many people is that? */
@NullMarked
package org.tidemark.people;

import org.jspecify.annotations.NullMarked;
