/** Made to break a guard, so that the guard is seen to work. */
@NullMarked
package org.tidemark.house.samples.trail;

import org.jspecify.annotations.NullMarked;
