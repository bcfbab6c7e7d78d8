/** The command line's frame: start, terminal, exit status, what to do on Ctrl-C and on a defect. */
@NullMarked
package org.tidemark.app;

import org.jspecify.annotations.NullMarked;
