/** What every engine must do, whichever runs the steps. */
@NullMarked
package org.tidemark.engine;

import org.jspecify.annotations.NullMarked;
