@NullMarked
package org.tidemark.evidence.formats;

import org.jspecify.annotations.NullMarked;
