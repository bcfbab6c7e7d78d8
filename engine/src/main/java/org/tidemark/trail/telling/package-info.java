/**
 * What a result says of one thing, and what two results say differently: answers made from
 * trail.json and evidence.json, without tracing anew.
 */
@NullMarked
package org.tidemark.trail.telling;

import org.jspecify.annotations.NullMarked;
