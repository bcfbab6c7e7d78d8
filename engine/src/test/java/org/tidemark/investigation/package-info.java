@NullMarked
package org.tidemark.investigation;

import org.jspecify.annotations.NullMarked;
