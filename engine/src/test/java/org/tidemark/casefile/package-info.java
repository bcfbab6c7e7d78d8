@NullMarked
package org.tidemark.casefile;

import org.jspecify.annotations.NullMarked;
