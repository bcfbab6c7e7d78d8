/** The people of a drill, each derived from a number; nobody is kept in memory. */
@NullMarked
package org.tidemark.drill.people;

import org.jspecify.annotations.NullMarked;
