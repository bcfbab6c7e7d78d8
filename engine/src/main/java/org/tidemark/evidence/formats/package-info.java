/** One log format a file. */
@NullMarked
package org.tidemark.evidence.formats;

import org.jspecify.annotations.NullMarked;
