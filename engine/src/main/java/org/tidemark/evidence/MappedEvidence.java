package org.tidemark.evidence;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Evidence whose columns are mapped from the work folder. Mappings end when they are no longer
 * referred to.
 */
final class MappedEvidence implements Evidence {
  private final List<EvidenceFile> files;
  private final Names endpoints;
  private final Names accounts;
  private final Names objects;
  private final MappedFacts.Logons logons;
  private final MappedFacts.Accesses accesses;
  private final MappedFacts.Executions executions;
  private final MappedFacts.Changes changes;
  private final MappedFacts.Marks marks;
  private final MappedFacts.Flows flows;
  private final MappedFacts.Bindings bindings;
  private final MappedFacts.AccountNames accountNames;
  private final Map<Integer, Set<Integer>> addresses = new TreeMap<>();
  private final Set<Integer> controllers = new TreeSet<>();
  private final Coverage coverage;
  private final EvidenceJson json;

  MappedEvidence(Path folder, StoredEvidence stored) throws IOException {
    files = stored.files().stream()
        .map(f -> new EvidenceFile(
            f.id(),
            f.path(),
            f.member(),
            URI.create(f.uri()),
            f.source(),
            f.content(),
            f.bytes(),
            Optional.ofNullable(f.format())))
        .toList();
    endpoints = NameFile.open(NameFile.of(folder, FactTable.Dictionary.ENDPOINTS));
    accounts = NameFile.open(NameFile.of(folder, FactTable.Dictionary.ACCOUNTS));
    objects = NameFile.open(NameFile.of(folder, FactTable.Dictionary.OBJECTS));
    logons = new MappedFacts.Logons(folder, rows(stored, FactTable.LOGONS));
    accesses = new MappedFacts.Accesses(folder, rows(stored, FactTable.ACCESSES));
    executions = new MappedFacts.Executions(folder, rows(stored, FactTable.EXECUTIONS));
    changes = new MappedFacts.Changes(folder, rows(stored, FactTable.CHANGES));
    marks = new MappedFacts.Marks(folder, rows(stored, FactTable.MARKS));
    flows = new MappedFacts.Flows(folder, rows(stored, FactTable.FLOWS));
    bindings = new MappedFacts.Bindings(folder, rows(stored, FactTable.BINDINGS));
    accountNames = new MappedFacts.AccountNames(folder, rows(stored, FactTable.ACCOUNT_NAMES));
    stored.ownAddresses().forEach((address, hosts) -> {
      Set<Integer> numbers = new TreeSet<>();
      hosts.forEach(host -> numbers.add(endpoints.number(host)));
      addresses.put(endpoints.number(address), Set.copyOf(numbers));
    });
    stored.controllers().forEach(host -> controllers.add(endpoints.number(host)));
    coverage = CoverageMaker.fromJson(stored.json().coverage());
    json = stored.json();
  }

  private static long rows(StoredEvidence stored, FactTable table) {
    return stored.rows().getOrDefault(table.label(), 0L);
  }

  @Override
  public List<EvidenceFile> files() {
    return files;
  }

  @Override
  public Names endpoints() {
    return endpoints;
  }

  @Override
  public Names accounts() {
    return accounts;
  }

  @Override
  public Names objects() {
    return objects;
  }

  @Override
  public Facts.LogonColumns logons() {
    return logons;
  }

  @Override
  public Facts.AccessColumns accesses() {
    return accesses;
  }

  @Override
  public Facts.ExecutionColumns executions() {
    return executions;
  }

  @Override
  public Facts.ChangeColumns changes() {
    return changes;
  }

  @Override
  public Facts.SessionMarkColumns sessionMarks() {
    return marks;
  }

  @Override
  public Facts.FlowColumns flows() {
    return flows;
  }

  @Override
  public Facts.BindingColumns bindings() {
    return bindings;
  }

  @Override
  public Facts.AccountNameColumns accountNames() {
    return accountNames;
  }

  @Override
  public Map<Integer, Set<Integer>> addresses() {
    return java.util.Collections.unmodifiableMap(addresses);
  }

  @Override
  public Set<Integer> controllers() {
    return java.util.Collections.unmodifiableSet(controllers);
  }

  @Override
  public Coverage coverage() {
    return coverage;
  }

  @Override
  public EvidenceJson json() {
    return json;
  }

  @Override
  public void close() {}
}
