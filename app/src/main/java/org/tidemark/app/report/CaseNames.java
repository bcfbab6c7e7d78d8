package org.tidemark.app.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.casefile.CaseFile;
import org.tidemark.casefile.Organisations;

/**
 * What the pages take from case.yaml: how things are called, and the moments that people know.
 *
 * @param caseId the case's short name
 * @param controller organisation whose case this is
 * @param organisations by id, in the order of the case file
 * @param moments by id, in the order of the case file
 * @param owners whose a host is that no result names with its organisation
 */
public record CaseNames(
    String caseId,
    String controller,
    Map<String, Organisation> organisations,
    Map<String, Instant> moments,
    Organisations owners) {

  /** Names of a case that says of no host whose it is. */
  public CaseNames(
      String caseId,
      String controller,
      Map<String, Organisation> organisations,
      Map<String, Instant> moments) {
    this(caseId, controller, organisations, moments, new Organisations(List.of()));
  }

  /** An organisation's name and ISO 3166 country. */
  public record Organisation(String name, Optional<String> country) {}

  public static CaseNames of(CaseFile caseFile) {
    Map<String, Organisation> organisations = new LinkedHashMap<>();
    caseFile
        .organisations()
        .forEach(o -> organisations.put(o.id(), new Organisation(o.name(), o.country())));
    Map<String, Instant> moments = new LinkedHashMap<>();
    caseFile.moments().moments().forEach((id, moment) -> moments.put(id, moment.at()));
    return new CaseNames(
        caseFile.id(),
        caseFile.controller(),
        organisations,
        moments,
        new Organisations(caseFile.organisations()));
  }

  /** The name; the id itself where the case does not name it. */
  public String organisation(String id) {
    Organisation known = organisations.get(id);
    return known != null ? known.name() : id.isEmpty() ? "unknown organisation" : id;
  }

  /** The names of ids joined by {@code +}. */
  String controllers(String ids) {
    if (ids.isEmpty()) {
      return "controller unknown";
    }
    StringBuilder out = new StringBuilder();
    for (String id : ids.split("\\+", -1)) {
      out.append(out.isEmpty() ? "" : " + ").append(organisation(id));
    }
    return out.toString();
  }

  /**
   * Language of an organisation's own name, so that shared characters take its shapes; empty where
   * unknown.
   */
  String language(String id) {
    Organisation known = organisations.get(id);
    if (known == null || known.name().codePoints().allMatch(c -> c < 0x2E80)) {
      return "";
    }
    return switch (known.country().orElse("")) {
      case "JP" -> "ja";
      case "KR" -> "ko";
      case "TW", "HK" -> "zh-Hant";
      case "CN" -> "zh-Hans";
      default -> "";
    };
  }
}
