@NullMarked
package org.tidemark.drill.people;

import org.jspecify.annotations.NullMarked;
