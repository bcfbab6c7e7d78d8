/** Logs of the network monitor Zeek, one stream of them a class or two. */
@NullMarked
package org.tidemark.evidence.formats.zeek;

import org.jspecify.annotations.NullMarked;
