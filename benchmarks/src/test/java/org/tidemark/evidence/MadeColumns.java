package org.tidemark.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.benchmarks.Estate;
import org.tidemark.benchmarks.Intrusion;
import org.tidemark.benchmarks.MadeLogons;

/** Writes made logons as the stage's own column files, so that no log has to be read first. */
public final class MadeColumns {
  private static final String FORMAT = "windows-json";
  private static final short UTC = 0;

  private final Estate estate;
  private final Path folder;
  private final int[] hostNumbers;
  private final int[] addressNumbers;
  private final int[] accountNumbers;
  private final String[] endpoints;
  private final String[] accounts;
  private final SortedMap<String, Long> rows = new TreeMap<>();

  private MadeColumns(Estate estate, Path folder) {
    this.estate = estate;
    this.folder = folder;
    String[] hosts = new String[estate.hosts()];
    Arrays.setAll(hosts, estate::hostName);
    String[] addresses = new String[estate.hosts()];
    Arrays.setAll(addresses, estate::address);
    String[] names = new String[estate.accounts()];
    Arrays.setAll(names, n -> AccountName.of(estate.accountName(n), estate.domain(n)));
    endpoints = new String[hosts.length + addresses.length];
    System.arraycopy(hosts, 0, endpoints, 0, hosts.length);
    System.arraycopy(addresses, 0, endpoints, hosts.length, addresses.length);
    Arrays.sort(endpoints);
    accounts = names.clone();
    Arrays.sort(accounts);
    hostNumbers = places(hosts, endpoints);
    addressNumbers = places(addresses, endpoints);
    accountNumbers = places(names, accounts);
  }

  private static int[] places(String[] names, String[] sorted) {
    return Arrays.stream(names).mapToInt(n -> Arrays.binarySearch(sorted, n)).toArray();
  }

  /** Writes the evidence of a case into {@code workFolder}, where the stage opens it. */
  public static void write(Estate estate, MadeLogons logons, Path workFolder) throws IOException {
    Path folder = workFolder.resolve("evidence");
    Files.createDirectories(folder);
    MadeColumns columns = new MadeColumns(estate, folder);
    NameFile.write(columns.endpoints, NameFile.of(folder, FactTable.Dictionary.ENDPOINTS));
    NameFile.write(columns.accounts, NameFile.of(folder, FactTable.Dictionary.ACCOUNTS));
    NameFile.write(
        new String[] {Intrusion.IMAGE}, NameFile.of(folder, FactTable.Dictionary.OBJECTS));
    columns.rows(logons);
    columns.index().write(folder);
  }

  @SuppressWarnings("EnumOrdinal") // as the stage itself packs it
  private void rows(MadeLogons logons) throws IOException {
    long[] open = new long[estate.people()];
    try (Table logonRows = new Table(folder, FactTable.LOGONS);
        Table executions = new Table(folder, FactTable.EXECUTIONS);
        Table marks = new Table(folder, FactTable.MARKS)) {
      while (logons.next()) {
        int account = accountNumbers[logons.account];
        int to = hostNumbers[logons.to];
        int from = logons.from < 0 ? -1 : addressNumbers[logons.from];
        int code = logons.type.code();
        logonRows.add(logons.at, logons.session, code, logons.succeeded, account, from, to, -1);
        if (Intrusion.ran(logons.act)) {
          int process = ExecutionKind.PROCESS.ordinal();
          executions.add(logons.at + 900_000, logons.session, process, true, to, account, 0, -1);
        }
        if (logons.type == LogonType.INTERACTIVE) {
          long before = open[logons.account];
          open[logons.account] = logons.session;
          if (before != 0) {
            int end = SessionMarkKind.END.ordinal();
            marks.add(logons.at - 1, before, end, true, to, account);
          }
        }
      }
      rows.put(FactTable.LOGONS.label(), logonRows.size);
      rows.put(FactTable.EXECUTIONS.label(), executions.size);
      rows.put(FactTable.MARKS.label(), marks.size);
    }
  }

  private StoredEvidence index() {
    SortedMap<String, List<String>> addresses = new TreeMap<>();
    List<EvidenceJson.Span> spans = new ArrayList<>();
    String first = Estate.START.toString();
    String last = Estate.START.plus(java.time.Duration.ofDays(Estate.DAYS)).toString();
    for (int host = 0; host < estate.hosts(); host++) {
      String name = estate.hostName(host);
      addresses.put(estate.address(host), List.of(name));
      for (String kind : List.of(ActKind.LOGON.id(), ActKind.PROCESS.id())) {
        spans.add(new EvidenceJson.Span(name, FORMAT, kind, first, last, List.of(), null));
      }
    }
    List<String> controllers = new ArrayList<>();
    for (int n = 0; n < estate.controllers(); n++) {
      controllers.add(estate.hostName(n));
    }
    StoredEvidence.StoredFile file = new StoredEvidence.StoredFile(
        "Fbenchmark", "logs/made.jsonl", "", folder.toUri().toString(), 0, "", 0, FORMAT);
    return new StoredEvidence(
        EvidenceJson.SCHEMA,
        "",
        "",
        rows,
        List.of(file),
        List.of(),
        addresses,
        controllers,
        new EvidenceJson(EvidenceJson.SCHEMA, List.of(), spans, List.of(), List.of()));
  }

  /** One table's columns. */
  private static final class Table implements AutoCloseable {
    private final ColumnFile.Writer[] longs;
    private final ColumnFile.Writer[] ints;
    private final ColumnFile.Writer file;
    private long size;

    Table(Path folder, FactTable table) throws IOException {
      longs = new ColumnFile.Writer[table.longColumns()];
      for (int c = 0; c < longs.length; c++) {
        longs[c] = new ColumnFile.Writer(folder, table.longFile(c));
      }
      ints = new ColumnFile.Writer[table.intColumns()];
      for (int c = 0; c < ints.length; c++) {
        ints[c] = new ColumnFile.Writer(folder, table.intFile(c));
      }
      file = new ColumnFile.Writer(folder, table.fileFile());
    }

    void add(long at, long session, int code, boolean succeeded, int... names) throws IOException {
      longs[FactTable.AT].add(at);
      longs[1].add(session);
      ints[FactTable.RECORD].add((int) ++size);
      ints[FactTable.PACKED].add(FactTable.pack(UTC, code, succeeded));
      for (int c = 0; c < names.length; c++) {
        ints[FactTable.NAMES + c].add(names[c]);
      }
      file.add(0);
    }

    @Override
    public void close() throws IOException {
      for (ColumnFile.Writer writer : longs) {
        writer.close();
      }
      for (ColumnFile.Writer writer : ints) {
        writer.close();
      }
      file.close();
    }
  }
}
