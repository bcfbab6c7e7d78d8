package org.tidemark.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Glob;

/**
 * What the case file says of a file by its path: whose role its people have, who controls it,
 * whether a carrier keeps it. Globs are held against the evidence path and against the name that
 * logs give it ({@code as}), whose backslashes count as slashes. Immutable; safe from any thread.
 */
final class FileFacts {
  private static final String CARRIER = "carrier";

  private record RoleGlobs(Role role, List<Glob> globs) {}

  private record StoreGlob(Glob glob, CaseFile.Store store) {}

  private record Copy(String folder, String as) {}

  private final List<RoleGlobs> roles = new ArrayList<>();
  private final List<StoreGlob> stores = new ArrayList<>();
  private final List<Copy> copies = new ArrayList<>();

  FileFacts(CaseFile caseFile) {
    for (Role role : Role.values()) {
      List<String> globs = caseFile.people().roles().getOrDefault(role.id(), List.of());
      roles.add(new RoleGlobs(role, globs.stream().map(FileFacts::glob).toList()));
    }
    for (CaseFile.Store store : caseFile.stores()) {
      stores.add(new StoreGlob(glob(store.match()), store));
    }
    for (CaseFile.EvidenceSource source : caseFile.evidence()) {
      source.as().ifPresent(as -> copies.add(new Copy(withoutSlash(source.path()), as)));
    }
  }

  /** The first role, in order of precedence, that one of the globs gives. */
  Optional<Role> role(String path) {
    List<String> names = names(path);
    return roles.stream()
        .filter(r -> r.globs().stream().anyMatch(g -> names.stream().anyMatch(g::matches)))
        .map(RoleGlobs::role)
        .findFirst();
  }

  /** The first store that matches. */
  Optional<CaseFile.Store> store(String path) {
    List<String> names = names(path);
    return stores.stream()
        .filter(s -> names.stream().anyMatch(s.glob()::matches))
        .map(StoreGlob::store)
        .findFirst();
  }

  /** Whether secrecy of communications covers what the store holds. */
  static boolean secret(CaseFile.Store store) {
    return store.service().filter(CARRIER::equals).isPresent();
  }

  private List<String> names(String path) {
    List<String> names = new ArrayList<>(List.of(path));
    for (Copy copy : copies) {
      if (copy.folder().isEmpty() || copy.folder().equals(".")) {
        names.add(slashed(copy.as()) + '/' + path);
      } else if (path.startsWith(copy.folder() + '/')) {
        names.add(slashed(copy.as()) + path.substring(copy.folder().length()));
      }
    }
    return names;
  }

  private static Glob glob(String text) {
    return Glob.ofPath(text.replace('\\', '/'));
  }

  private static String slashed(String text) {
    return withoutSlash(text.replace('\\', '/'));
  }

  private static String withoutSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
