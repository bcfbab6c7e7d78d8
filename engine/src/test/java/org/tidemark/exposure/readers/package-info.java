@NullMarked
package org.tidemark.exposure.readers;

import org.jspecify.annotations.NullMarked;
