/** What to ask of whom: the list on the terminal and the letter to an organisation. */
@NullMarked
package org.tidemark.app.ask;

import org.jspecify.annotations.NullMarked;
