@NullMarked
package org.tidemark.exposure;

import org.jspecify.annotations.NullMarked;
