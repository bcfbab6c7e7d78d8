/** One command a file. */
@NullMarked
package org.tidemark.app.commands;

import org.jspecify.annotations.NullMarked;
