package org.tidemark.engine;

/** The user asked to stop; what is finished is kept. Exit status 130. */
public final class StoppedException extends Exception {
  private static final long serialVersionUID = 1L;

  public StoppedException() {
    super("stopped; finished work is kept and the same command goes on from there");
  }
}
