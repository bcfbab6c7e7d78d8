/** The embedded engine: worker threads of this process and DuckDB. */
@NullMarked
package org.tidemark.engine.embedded;

import org.jspecify.annotations.NullMarked;
