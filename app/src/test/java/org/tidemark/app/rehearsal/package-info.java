@NullMarked
package org.tidemark.app.rehearsal;

import org.jspecify.annotations.NullMarked;
