package org.tidemark.people;

import java.util.Locale;

/**
 * What a person is to the organisation, in order of precedence: each person counts once, under the
 * first.
 */
public enum Role {
  EMPLOYEE(0),
  CONTRACTOR(1),
  PARTNER(2),
  USER(3),
  OTHER(4);

  private final int rank;

  Role(int rank) {
    this.rank = rank;
  }

  /** Place in the order of precedence, from 0; how the stage's own tables hold the role. */
  int rank() {
    return rank;
  }

  static Role ofRank(long rank) {
    for (Role role : values()) {
      if (role.rank == rank) {
        return role;
      }
    }
    throw new IllegalArgumentException("rank: " + rank + " (expected: 0 to 4)");
  }

  /** As case.yaml and the results write it: {@code employee}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** SQL that turns a role's number into its id. */
  static String sqlId(String number) {
    StringBuilder sql = new StringBuilder("CASE ").append(number);
    for (Role role : values()) {
      sql.append(" WHEN ").append(role.rank).append(" THEN '").append(role.id()).append('\'');
    }
    return sql.append(" END").toString();
  }
}
