/** Measures what DESIGN.md section 10 asks for, each beside a peer or a physical limit. */
@NullMarked
package org.tidemark.benchmarks;

import org.jspecify.annotations.NullMarked;
