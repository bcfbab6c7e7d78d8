package org.tidemark.exposure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Glob;
import org.tidemark.casefile.Grade;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.Evidence;
import org.tidemark.evidence.EvidenceFile;
import org.tidemark.evidence.Facts;
import org.tidemark.evidence.Operation;
import org.tidemark.exposure.ExposedObject.Effect;
import org.tidemark.trail.Trail;
import org.tidemark.trail.TrueTime;

/**
 * Which objects were reached: by an access in a session of the intruder; because their host was
 * held and no trusted log says what was read there; or because the case file says that they leaked.
 * Copies on hosts that logs exclude are excluded with a rule; of the rest nothing is said.
 */
final class ExposedObjects {
  /** How long before the end of the evidence a log may fall silent without counting as missing. */
  private static final Duration QUIET_AT_THE_END = Duration.ofDays(1);

  private final CaseFile caseFile;
  private final Path caseFolder;
  private final Evidence evidence;
  private final Trail trail;
  private final HeldSessions sessions;
  private final Instant evidenceEnd;
  private final Map<String, Integer> copies = new HashMap<>();
  private final Map<String, ExposedObject> objects = new HashMap<>();
  private final Set<Integer> settled = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  ExposedObjects(CaseFile caseFile, Path caseFolder, Evidence evidence, Trail trail) {
    this.caseFile = caseFile;
    this.caseFolder = caseFolder;
    this.evidence = evidence;
    this.trail = trail;
    this.sessions = new HeldSessions(caseFile, evidence, trail);
    this.evidenceEnd = end(evidence);
    List<EvidenceFile> files = evidence.files();
    for (int i = 0; i < files.size(); i++) {
      if (isCopy(files.get(i))) {
        copies.put(ObjectName.normal(objectName(files.get(i))), i);
      }
    }
  }

  /** A file that is evidence of what a host held, rather than a log. */
  static boolean isCopy(EvidenceFile file) {
    return file.format().isEmpty() && file.member().isEmpty();
  }

  /** All objects, ordered by host, name and effect. */
  List<ExposedObject> find() {
    accessed();
    declared();
    heldInventories();
    excluded();
    List<ExposedObject> all = new ArrayList<>(objects.values());
    all.sort(Comparator.comparing((ExposedObject o) -> o.host)
        .thenComparing(o -> o.name)
        .thenComparing(o -> o.effect));
    return all;
  }

  /** What the responder should mend in the case's listings. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  private void accessed() {
    Facts.AccessColumns accesses = evidence.accesses();
    for (long row = 0; row < accesses.size(); row++) {
      Optional<Effect> effect = effect(accesses.operation(row));
      if (effect.isEmpty() || !accesses.succeeded(row)) {
        continue;
      }
      Optional<HeldSessions.Match> session = sessions.of(accesses, row);
      if (session.isPresent()) {
        add(accesses, row, effect.get(), session.get());
      }
    }
  }

  private void add(
      Facts.AccessColumns accesses, long row, Effect effect, HeldSessions.Match session) {
    String host = session.host();
    String name = ObjectName.on(
        host,
        evidence.endpoints().text(accesses.host(row)),
        evidence.objects().text(accesses.object(row)));
    boolean listing = accesses.operation(row) == Operation.LIST;
    ExposedObject object = objects.computeIfAbsent(
        key(host, name, effect),
        key -> new ExposedObject(
            host,
            name,
            listing ? "listing" : kind(name),
            effect,
            session.grade(),
            ExposureRule.SESSION_ACCESS));
    object.add(
        session.at(),
        accesses.bytes(row),
        session.grade(),
        session.hop(),
        new Trail.RecordPlace(evidence.files().get(accesses.file(row)).id(), accesses.record(row)));
    if (!listing) {
      // What was only listed at first has lost its content, too.
      object.kind = kind(name);
    }
    Integer copy = listing ? null : copies.get(ObjectName.normal(name));
    if (copy != null) {
      object.file = OptionalInt.of(copy);
      settled.add(copy);
    }
  }

  /** Reads and copies disclose content, listings disclose names; opening a handle moves nothing. */
  private static Optional<Effect> effect(Operation operation) {
    return switch (operation) {
      case READ, LIST -> Optional.of(Effect.DISCLOSED);
      case WRITE, RENAME -> Optional.of(Effect.ALTERED);
      case DELETE -> Optional.of(Effect.DESTROYED);
      case OPEN -> Optional.empty();
    };
  }

  private void declared() {
    List<EvidenceFile> files = evidence.files();
    for (CaseFile.ExposedObjects declared : caseFile.exposed()) {
      Glob glob = Glob.ofPath(declared.path());
      for (int i = 0; i < files.size(); i++) {
        EvidenceFile file = files.get(i);
        if (isCopy(file) && (glob.matches(file.path()) || glob.matches(objectName(file)))) {
          grade(i, declared.grade(), ExposureRule.DECLARED);
        }
      }
    }
  }

  private void heldInventories() {
    for (Trail.Place place : trail.hosts()) {
      if (place.state() != Trail.State.HELD) {
        continue;
      }
      boolean covered = evidence
          .coverage()
          .covers(
              place.name(), ActKind.FILE, place.heldFrom().orElse(place.from()), windowEnd(place));
      if (place.administrator() || !covered) {
        ExposureRule rule = place.administrator()
            ? ExposureRule.HELD_ADMINISTRATOR_INVENTORY
            : ExposureRule.HELD_UNCOVERED_INVENTORY;
        inventory(place, rule);
      }
    }
  }

  /** The last record of anything, less what a log may be quiet at its end. */
  private static Instant end(Evidence evidence) {
    long last = Long.MIN_VALUE;
    for (Facts.Columns columns :
        List.of(evidence.logons(), evidence.accesses(), evidence.sessionMarks())) {
      if (columns.size() > 0) {
        last = Math.max(last, columns.atMicros(columns.size() - 1));
      }
    }
    return last == Long.MIN_VALUE ? Instant.MAX : TrueTime.instant(last).minus(QUIET_AT_THE_END);
  }

  private Instant windowEnd(Trail.Place place) {
    Instant end = place.until().or(() -> caseFile.moments().contained()).orElse(evidenceEnd);
    return end.isBefore(place.from()) ? place.from() : end;
  }

  private void inventory(Trail.Place place, ExposureRule rule) {
    String host = place.name();
    long since = TrueTime.micros(place.heldFrom().orElse(place.from()));
    List<EvidenceFile> files = evidence.files();
    for (int i = 0; i < files.size(); i++) {
      if (isCopy(files.get(i)) && host.equals(hostOf(files.get(i)))) {
        grade(i, Grade.POSSIBLE, rule).since(since);
      }
    }
    for (InventoryListing.Entry entry :
        InventoryListing.of(caseFile, caseFolder, host, problems::add)) {
      Integer copy = copies.get(ObjectName.normal(entry.name()));
      if (copy == null) {
        ExposedObject object = objects.computeIfAbsent(
            key(host, entry.name(), Effect.DISCLOSED),
            key -> new ExposedObject(
                host, entry.name(), kind(entry.name()), Effect.DISCLOSED, Grade.POSSIBLE, rule));
        object.bytes = Math.max(object.bytes, entry.bytes());
        object.since(since);
      }
    }
  }

  private void excluded() {
    Set<String> excludedHosts = new HashSet<>();
    trail.excluded().stream()
        .filter(e -> e.kind().equals("host"))
        .forEach(e -> excludedHosts.add(e.name()));
    Map<String, Trail.Place> reached = new HashMap<>();
    trail.hosts().forEach(place -> reached.put(place.name(), place));
    List<EvidenceFile> files = evidence.files();
    for (int i = 0; i < files.size(); i++) {
      if (!isCopy(files.get(i)) || settled.contains(i)) {
        continue;
      }
      String host = hostOf(files.get(i));
      Trail.Place place = reached.get(host);
      if (excludedHosts.contains(host)) {
        grade(i, Grade.EXCLUDED, ExposureRule.HOST_EXCLUDED);
      } else if (place != null
          && place.state() == Trail.State.REACHED
          && place.hop().isPresent()
          && evidence.coverage().covers(host, ActKind.FILE, place.from(), windowEnd(place))) {
        grade(i, Grade.EXCLUDED, ExposureRule.COVERED_NOT_ACCESSED);
      }
    }
  }

  /** Grades a copy that no logged access reached, or makes surer what an access gave. */
  private ExposedObject grade(int index, Grade grade, ExposureRule rule) {
    EvidenceFile file = evidence.files().get(index);
    String name = objectName(file);
    String host = hostOf(file);
    ExposedObject object = objects.get(key(host, name, Effect.DISCLOSED));
    if (object == null) {
      object = new ExposedObject(host, name, kind(name), Effect.DISCLOSED, grade, rule);
      objects.put(key(host, name, Effect.DISCLOSED), object);
    } else if (grade.compareTo(object.grade) < 0) {
      object.grade = grade;
      object.rule = rule;
    }
    object.file = OptionalInt.of(index);
    settled.add(index);
    return object;
  }

  private String objectName(EvidenceFile file) {
    return ObjectName.ofCopy(caseFile.evidence().get(file.source()), file.path());
  }

  private String hostOf(EvidenceFile file) {
    return caseFile
        .evidence()
        .get(file.source())
        .of()
        .map(HeldSessions::hostName)
        .orElse("unknown");
  }

  private static String kind(String name) {
    return name.startsWith("s3://") ? "bucket-object" : "file";
  }

  private static String key(String host, String name, Effect effect) {
    return effect.name() + '\0' + host + '\0' + ObjectName.normal(name);
  }
}
