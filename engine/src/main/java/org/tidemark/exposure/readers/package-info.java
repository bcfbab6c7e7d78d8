/** One file format a file: bytes to text with places. */
@NullMarked
package org.tidemark.exposure.readers;

import org.jspecify.annotations.NullMarked;
