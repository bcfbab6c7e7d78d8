/** The files of a drill: which there are, and their writers, one a format. */
@NullMarked
package org.tidemark.drill.files;

import org.jspecify.annotations.NullMarked;
