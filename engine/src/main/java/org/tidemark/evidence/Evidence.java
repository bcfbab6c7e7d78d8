package org.tidemark.evidence;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that stage 1 found. Columns are mapped from files in the work folder and live until
 * {@link #close()}.
 */
public interface Evidence extends AutoCloseable {
  /** Every file and member, ordered by path, then member. */
  List<EvidenceFile> files();

  /** Host names (short, lower case) and addresses: the endpoints of logons. */
  Names endpoints();

  /**
   * Accounts: {@code domain\name} in lower case, {@code name} where no domain is known, a key id
   * for credentials.
   */
  Names accounts();

  /** Objects, images, user agents, hashes, kinds of change. */
  Names objects();

  Facts.LogonColumns logons();

  Facts.AccessColumns accesses();

  Facts.ExecutionColumns executions();

  Facts.ChangeColumns changes();

  Facts.SessionMarkColumns sessionMarks();

  Facts.FlowColumns flows();

  /** Which host an address was, over time; {@link #addresses()} says it without time. */
  Facts.BindingColumns bindings();

  Facts.AccountNameColumns accountNames();

  /**
   * Addresses that a host's own records show as its own: endpoint number of the address → of the
   * hosts.
   */
  Map<Integer, Set<Integer>> addresses();

  /** Endpoints that act as domain controllers: they wrote Kerberos records (4768, 4769, 4771). */
  Set<Integer> controllers();

  Coverage coverage();

  /** What evidence.json holds. */
  EvidenceJson json();

  @Override
  void close();
}
