/** The embedded engine under the contract of all engines, and what it promises beyond. */
@NullMarked
package org.tidemark.engine.embedded;

import org.jspecify.annotations.NullMarked;
