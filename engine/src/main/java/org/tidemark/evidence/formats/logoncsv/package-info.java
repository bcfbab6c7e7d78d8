/** Logons as delimited text: header words, layout, lines. */
@NullMarked
package org.tidemark.evidence.formats.logoncsv;

import org.jspecify.annotations.NullMarked;
