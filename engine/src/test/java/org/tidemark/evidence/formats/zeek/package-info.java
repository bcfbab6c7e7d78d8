@NullMarked
package org.tidemark.evidence.formats.zeek;

import org.jspecify.annotations.NullMarked;
