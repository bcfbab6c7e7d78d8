package org.tidemark.evidence;

import java.io.IOException;
import java.nio.file.Path;

/** Rows of one table, mapped. Each view below reads the columns that its interface names. */
final class MappedFacts {
  private static final Operation[] OPERATIONS = Operation.values();
  private static final ExecutionKind[] EXECUTIONS = ExecutionKind.values();
  private static final SessionMarkKind[] MARKS = SessionMarkKind.values();
  private static final LogonType[] LOGON_TYPES = new LogonType[256];

  static {
    for (int code = 0; code < LOGON_TYPES.length; code++) {
      LOGON_TYPES[code] = LogonType.of(code);
    }
  }

  private MappedFacts() {}

  /** What all tables have. */
  abstract static class Table implements Facts.Columns {
    private final long size;
    private final ColumnFile.Ints file;
    private final ColumnFile.Longs[] longs;
    private final ColumnFile.Ints[] ints;

    Table(FactTable table, Path folder, long rows) throws IOException {
      size = rows;
      file = new ColumnFile.Ints(folder, table.fileFile(), rows);
      longs = new ColumnFile.Longs[table.longColumns()];
      for (int c = 0; c < longs.length; c++) {
        longs[c] = new ColumnFile.Longs(folder, table.longFile(c), rows);
      }
      ints = new ColumnFile.Ints[table.intColumns()];
      for (int c = 0; c < ints.length; c++) {
        ints[c] = new ColumnFile.Ints(folder, table.intFile(c), rows);
      }
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public long atMicros(long row) {
      return longs[FactTable.AT].get(row);
    }

    @Override
    public short zoneMinutes(long row) {
      return FactTable.zone(packed(row));
    }

    @Override
    public int file(long row) {
      return file.get(row);
    }

    @Override
    public int record(long row) {
      return ints[FactTable.RECORD].get(row);
    }

    public long session(long row) {
      return longs[1].get(row);
    }

    public boolean succeeded(long row) {
      return FactTable.succeeded(packed(row));
    }

    long number(int column, long row) {
      return longs[column].get(row);
    }

    /** The n-th name column, from 0. */
    int name(int column, long row) {
      return ints[FactTable.NAMES + column].get(row);
    }

    int code(long row) {
      return FactTable.code(packed(row));
    }

    private int packed(long row) {
      return ints[FactTable.PACKED].get(row);
    }
  }

  static final class Logons extends Table implements Facts.LogonColumns {
    Logons(Path folder, long rows) throws IOException {
      super(FactTable.LOGONS, folder, rows);
    }

    @Override
    public int account(long row) {
      return name(0, row);
    }

    @Override
    public int from(long row) {
      return name(1, row);
    }

    @Override
    public int to(long row) {
      return name(2, row);
    }

    @Override
    public int agent(long row) {
      return name(3, row);
    }

    @Override
    public LogonType type(long row) {
      return LOGON_TYPES[code(row)];
    }
  }

  static final class Accesses extends Table implements Facts.AccessColumns {
    Accesses(Path folder, long rows) throws IOException {
      super(FactTable.ACCESSES, folder, rows);
    }

    @Override
    public int host(long row) {
      return name(0, row);
    }

    @Override
    public int account(long row) {
      return name(1, row);
    }

    @Override
    public int from(long row) {
      return name(2, row);
    }

    @Override
    public int object(long row) {
      return name(3, row);
    }

    @Override
    public int agent(long row) {
      return name(4, row);
    }

    @Override
    public Operation operation(long row) {
      return OPERATIONS[code(row)];
    }

    @Override
    public long bytes(long row) {
      return number(2, row);
    }
  }

  static final class Executions extends Table implements Facts.ExecutionColumns {
    Executions(Path folder, long rows) throws IOException {
      super(FactTable.EXECUTIONS, folder, rows);
    }

    @Override
    public int host(long row) {
      return name(0, row);
    }

    @Override
    public int account(long row) {
      return name(1, row);
    }

    @Override
    public int image(long row) {
      return name(2, row);
    }

    @Override
    public int hash(long row) {
      return name(3, row);
    }

    @Override
    public ExecutionKind kind(long row) {
      return EXECUTIONS[code(row)];
    }
  }

  static final class Changes extends Table implements Facts.ChangeColumns {
    Changes(Path folder, long rows) throws IOException {
      super(FactTable.CHANGES, folder, rows);
    }

    @Override
    public int host(long row) {
      return name(0, row);
    }

    @Override
    public int account(long row) {
      return name(1, row);
    }

    @Override
    public int target(long row) {
      return name(2, row);
    }

    @Override
    public int what(long row) {
      return name(3, row);
    }

    @Override
    public int issued(long row) {
      return name(4, row);
    }
  }

  static final class Flows extends Table implements Facts.FlowColumns {
    Flows(Path folder, long rows) throws IOException {
      super(FactTable.FLOWS, folder, rows);
    }

    @Override
    public int host(long row) {
      return name(0, row);
    }

    @Override
    public int account(long row) {
      return name(1, row);
    }

    @Override
    public int from(long row) {
      return name(2, row);
    }

    @Override
    public int to(long row) {
      return name(3, row);
    }

    @Override
    public int image(long row) {
      return name(4, row);
    }

    @Override
    public int fromPort(long row) {
      return (int) (number(1, row) >>> 16 & 0xffff);
    }

    @Override
    public int toPort(long row) {
      return (int) (number(1, row) & 0xffff);
    }

    @Override
    public long bytesOut(long row) {
      return number(2, row);
    }

    @Override
    public long bytesIn(long row) {
      return number(3, row);
    }

    @Override
    public long durationMicros(long row) {
      return number(4, row);
    }
  }

  static final class Bindings extends Table implements Facts.BindingColumns {
    Bindings(Path folder, long rows) throws IOException {
      super(FactTable.BINDINGS, folder, rows);
    }

    @Override
    public int host(long row) {
      return name(0, row);
    }

    @Override
    public int address(long row) {
      return name(1, row);
    }

    @Override
    public long durationMicros(long row) {
      return number(1, row);
    }
  }

  static final class AccountNames extends Table implements Facts.AccountNameColumns {
    AccountNames(Path folder, long rows) throws IOException {
      super(FactTable.ACCOUNT_NAMES, folder, rows);
    }

    @Override
    public int account(long row) {
      return name(0, row);
    }

    @Override
    public int other(long row) {
      return name(1, row);
    }
  }

  static final class Marks extends Table implements Facts.SessionMarkColumns {
    Marks(Path folder, long rows) throws IOException {
      super(FactTable.MARKS, folder, rows);
    }

    @Override
    public int host(long row) {
      return name(0, row);
    }

    @Override
    public int account(long row) {
      return name(1, row);
    }

    @Override
    public SessionMarkKind kind(long row) {
      return MARKS[code(row)];
    }
  }
}
