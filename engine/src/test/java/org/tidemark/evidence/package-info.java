@NullMarked
package org.tidemark.evidence;

import org.jspecify.annotations.NullMarked;
