package org.tidemark.evidence;

/** How code came to run on a host. */
public enum ExecutionKind {
  PROCESS,
  SERVICE,
  TASK,
  COMMAND
}
