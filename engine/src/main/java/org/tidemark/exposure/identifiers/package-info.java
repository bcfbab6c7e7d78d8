/** One kind of identifier a file. */
@NullMarked
package org.tidemark.exposure.identifiers;

import org.jspecify.annotations.NullMarked;
