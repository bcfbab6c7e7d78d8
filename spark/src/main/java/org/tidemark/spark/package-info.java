/**
 * Runs the steps of {@code engine} on Apache Spark: a local session, or the cluster that
 * spark.master names.
 */
@NullMarked
package org.tidemark.spark;

import org.jspecify.annotations.NullMarked;
