package org.tidemark.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.ContentId;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Engine;
import org.tidemark.engine.Progress;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.WorkUnit;
import org.tidemark.evidence.formats.LogFormats;

/** One run of the stage: inspect every file, read every log, merge. */
final class Ingestion {
  /** Plain logs are read in ranges of this size. */
  static final long RANGE_BYTES = 32L << 20;

  /** One log or data file, and what its units added up to. */
  private static final class Entry {
    final EvidenceFile file;
    final boolean whole;
    final String layout;
    final RecordCounts counts = new RecordCounts();
    final Set<String> hosts = new HashSet<>();
    String broken = "";

    Entry(EvidenceFile file, boolean whole, String layout) {
      this.file = file;
      this.whole = whole;
      this.layout = layout;
    }
  }

  private final CaseFile caseFile;
  private final EvidenceWalk walk;
  private final Path folder;
  private final Engine engine;
  private final Progress progress;
  private final Cancellation cancellation;
  private final List<EvidenceJson.NotRead> notRead = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final CoverageMaker coverage = new CoverageMaker();
  private final SortedMap<String, TreeSet<String>> ownAddresses = new TreeMap<>();
  private final TreeSet<String> controllers = new TreeSet<>();

  Ingestion(
      CaseFile caseFile,
      EvidenceWalk walk,
      Path folder,
      Engine engine,
      Progress progress,
      Cancellation cancellation) {
    this.caseFile = caseFile;
    this.walk = walk;
    this.folder = folder;
    this.engine = engine;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  StoredEvidence run(String build, String listing) throws StoppedException, IOException {
    walk.skipped().forEach(s -> notRead.add(new EvidenceJson.NotRead(s.path(), null, s.reason())));
    List<StoredEvidence.StoredHash> hashes = inspect();
    entries.sort(Comparator.comparing((Entry entry) -> entry.file.path())
        .thenComparing(entry -> entry.file.member()));
    Map<FactTable, Long> rows = read();
    SortedMap<String, Long> sizes = new TreeMap<>();
    rows.forEach((table, size) -> sizes.put(table.label(), size));
    SortedMap<String, List<String>> addresses = new TreeMap<>();
    ownAddresses.forEach((address, hosts) -> addresses.put(address, List.copyOf(hosts)));
    StoredEvidence stored = new StoredEvidence(
        EvidenceJson.SCHEMA,
        StageKeys.contents(build, caseFile, hashes),
        listing,
        sizes,
        entries.stream().map(Ingestion::stored).toList(),
        hashes,
        addresses,
        List.copyOf(controllers),
        json());
    try (Evidence merged = new MappedEvidence(folder, stored)) {
      return stored.with(ClockOffsets.all(caseFile, merged));
    }
  }

  private List<StoredEvidence.StoredHash> inspect() throws StoppedException {
    List<EvidenceWalk.Walked> files = walk.files();
    List<WorkUnit> units = new ArrayList<>();
    long total = 0;
    for (EvidenceWalk.Walked file : files) {
      CaseFile.EvidenceSource source = caseFile.evidence().get(file.source());
      String settings = InspectSettings.of(source).encode();
      units.add(new WorkUnit(units.size(), file.file().toUri(), 0, -1, "", settings));
      total += file.bytes();
    }
    Inspection[] found = new Inspection[units.size()];
    progress.begin("hashing evidence", total, "bytes");
    engine.run(new InspectStep(), units, cancellation, (unit, inspection) -> {
      found[unit.index()] = inspection;
      progress.advance(files.get(unit.index()).bytes());
    });
    progress.end();
    List<StoredEvidence.StoredHash> hashes = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      EvidenceWalk.Walked file = files.get(i);
      hashes.add(new StoredEvidence.StoredHash(
          file.path(), found[i].sha256(), file.bytes(), file.modified().toString()));
      list(file, found[i]);
    }
    return hashes;
  }

  private void list(EvidenceWalk.Walked walked, Inspection inspection) {
    if (!inspection.reason().isEmpty()) {
      notRead.add(new EvidenceJson.NotRead(walked.path(), null, inspection.reason()));
    }
    Optional<String> format = Optional.of(inspection.format()).filter(id -> !id.isEmpty());
    if (inspection.members().isEmpty() || inspection.otherMembers()) {
      String content = inspection.sha256();
      boolean whole = inspection.whole();
      add(walked, "", content, inspection.bytes(), format, whole, inspection.layout());
    }
    for (Inspection.Member member : inspection.members()) {
      if (member.reason().isEmpty()) {
        Optional<String> log = Optional.of(member.format());
        add(walked, member.path(), member.sha256(), member.bytes(), log, true, member.layout());
      } else {
        notRead.add(new EvidenceJson.NotRead(walked.path(), member.path(), member.reason()));
      }
    }
  }

  private void add(
      EvidenceWalk.Walked walked,
      String member,
      String content,
      long bytes,
      Optional<String> format,
      boolean whole,
      String layout) {
    EvidenceFile file = new EvidenceFile(
        ContentId.of('F', walked.path(), member),
        walked.path(),
        member,
        walked.file().toUri(),
        walked.source(),
        content,
        bytes,
        format);
    entries.add(new Entry(file, whole, layout));
  }

  private Map<FactTable, Long> read() throws StoppedException, IOException {
    List<WorkUnit> units = new ArrayList<>();
    IntList fileOf = new IntList();
    long total = 0;
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).file.format().isPresent()) {
        addUnits(entries.get(i), units);
        while (fileOf.size() < units.size()) {
          fileOf.add(i);
        }
        total += entries.get(i).file.bytes();
      }
    }
    FactMerger merger = new FactMerger(folder, FactMerger.MEMORY);
    RecordCounts[] counts = new RecordCounts[units.size()];
    progress.begin("reading logs", total, "bytes");
    engine.run(new ReadStep(), units, cancellation, (unit, result) -> {
      Entry entry = entries.get(fileOf.get(unit.index()));
      counts[unit.index()] = result.counts();
      take(entry, result);
      try {
        merger.add(unit.index(), result);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      long end = unit.to() < 0 ? entry.file.bytes() : unit.to();
      progress.advance(end - unit.from());
    });
    int[] before = new int[units.size()];
    for (int unit = 0; unit < before.length; unit++) {
      RecordCounts file = entries.get(fileOf.get(unit)).counts;
      before[unit] = (int) file.read;
      file.append(counts[unit]);
    }
    Map<FactTable, Long> rows = merger.finish(fileOf.toArray(), before);
    progress.end();
    return rows;
  }

  private void addUnits(Entry entry, List<WorkUnit> units) {
    EvidenceFile file = entry.file;
    String format = file.format().orElseThrow();
    CaseFile.EvidenceSource source = caseFile.evidence().get(file.source());
    String settings = new ReadSettings(
            format,
            file.member(),
            source.zone(),
            source.collectedAt(),
            LatestYear.of(caseFile, source),
            !source.filtered(),
            entry.layout)
        .encode();
    boolean splits =
        !entry.whole && LogFormats.of(format).map(LogFormat::splits).orElse(false);
    if (!splits || file.bytes() <= RANGE_BYTES) {
      units.add(new WorkUnit(units.size(), file.uri(), 0, -1, file.content(), settings));
      return;
    }
    for (long from = 0; from < file.bytes(); from += RANGE_BYTES) {
      long to = Math.min(from + RANGE_BYTES, file.bytes());
      units.add(new WorkUnit(units.size(), file.uri(), from, to, file.content(), settings));
    }
  }

  private void take(Entry entry, ReadResult result) {
    entry.broken = entry.broken.isEmpty() ? result.broken() : entry.broken;
    String format = entry.file.format().orElseThrow();
    result.activities().forEach((host, activity) -> {
      String name = result.endpoints()[host];
      entry.hosts.add(name);
      coverage.add(name, entry.file.source(), format, activity);
    });
    for (int i = 0; i < result.ownAddresses().length; i += 2) {
      String address = result.endpoints()[result.ownAddresses()[i + 1]];
      ownAddresses
          .computeIfAbsent(address, a -> new TreeSet<>())
          .add(result.endpoints()[result.ownAddresses()[i]]);
    }
    for (int host : result.controllers()) {
      controllers.add(result.endpoints()[host]);
    }
  }

  private static StoredEvidence.StoredFile stored(Entry entry) {
    EvidenceFile file = entry.file;
    return new StoredEvidence.StoredFile(
        file.id(),
        file.path(),
        file.member(),
        file.uri().toString(),
        file.source(),
        file.content(),
        file.bytes(),
        file.format().orElse(null));
  }

  private EvidenceJson json() {
    List<EvidenceJson.Log> logs = entries.stream()
        .filter(entry -> entry.file.format().isPresent())
        .map(Ingestion::log)
        .toList();
    notRead.sort(Comparator.comparing(EvidenceJson.NotRead::path)
        .thenComparing(n -> Optional.ofNullable(n.member()).orElse(""))
        .thenComparing(EvidenceJson.NotRead::reason));
    return new EvidenceJson(
        EvidenceJson.SCHEMA,
        logs,
        CoverageMaker.toJson(coverage.make(caseFile)),
        List.copyOf(notRead),
        List.of());
  }

  private static EvidenceJson.Log log(Entry entry) {
    RecordCounts counts = entry.counts;
    boolean timed = counts.first <= counts.last;
    EvidenceFile file = entry.file;
    return new EvidenceJson.Log(
        file.path(),
        file.member().isEmpty() ? null : file.member(),
        file.format().orElseThrow(),
        file.content(),
        new EvidenceJson.Records(
            counts.read,
            counts.used,
            counts.ignored,
            counts.unparsed,
            counts.afterCollection,
            List.copyOf(counts.samples),
            counts.unparsedBy),
        timed ? CoverageMaker.instant(counts.first).toString() : null,
        timed ? CoverageMaker.instant(counts.last).toString() : null,
        entry.hosts.stream().sorted().toList(),
        entry.broken.isEmpty() ? null : entry.broken);
  }
}
