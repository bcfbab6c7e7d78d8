/** Tests of stage 4. */
@NullMarked
package org.tidemark.people;

import org.jspecify.annotations.NullMarked;
