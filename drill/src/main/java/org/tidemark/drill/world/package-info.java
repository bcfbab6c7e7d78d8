/** The three organisations of a drill: machines, logins, days. */
@NullMarked
package org.tidemark.drill.world;

import org.jspecify.annotations.NullMarked;
