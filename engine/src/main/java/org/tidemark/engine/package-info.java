/**
 * The seam: what a stage asks of an engine (work units, progress, cancellation, tables) and nothing
 * else.
 */
@NullMarked
package org.tidemark.engine;

import org.jspecify.annotations.NullMarked;
