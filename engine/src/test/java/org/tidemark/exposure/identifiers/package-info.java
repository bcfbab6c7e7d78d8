@NullMarked
package org.tidemark.exposure.identifiers;

import org.jspecify.annotations.NullMarked;
