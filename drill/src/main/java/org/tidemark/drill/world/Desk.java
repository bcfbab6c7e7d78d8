package org.tidemark.drill.world;

import java.util.List;

/**
 * A PC and whose it is.
 *
 * @param usual file servers that the owner works with, the same on every day
 */
public record Desk(Machine pc, Login owner, List<Machine> usual) {}
