@NullMarked
package org.tidemark.app;

import org.jspecify.annotations.NullMarked;
