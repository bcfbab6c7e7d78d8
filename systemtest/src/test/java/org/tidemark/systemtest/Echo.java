package org.tidemark.systemtest;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Stands for the program in {@link LauncherTest}: says what the launcher handed on. */
public final class Echo {
  private Echo() {}

  /** Prints arguments, memory and default encoding, a line each. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(String.join("|", arguments));
    out.println(System.getProperty("tidemark.memory"));
    out.println(Charset.defaultCharset());
  }
}
