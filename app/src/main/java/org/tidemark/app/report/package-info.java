/**
 * Question: how does a responder read the answer? The terminal summary and the one-file report
 * page.
 */
@NullMarked
package org.tidemark.app.report;

import org.jspecify.annotations.NullMarked;
