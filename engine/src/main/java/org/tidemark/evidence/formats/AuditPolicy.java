package org.tidemark.evidence.formats;

import java.util.Map;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.FactSink;

/**
 * What a change of the audit policy (4719) says of coverage: a subcategory that is switched on
 * covers its kind of act, one that is switched off leaves a gap from there on.
 *
 * @see <a href="https://learn.microsoft.com/openspecs/windows_protocols/ms-gpac">MS-GPAC</a>
 */
final class AuditPolicy {
  private static final String SUCCESS_ADDED = "%%8449";
  private static final String SUCCESS_REMOVED = "%%8448";

  private static final Map<String, ActKind> KINDS = Map.of(
      "{0cce9215-69ae-11d9-bed3-505054503030}", ActKind.LOGON,
      "{0cce922b-69ae-11d9-bed3-505054503030}", ActKind.PROCESS,
      "{0cce921d-69ae-11d9-bed3-505054503030}", ActKind.FILE,
      "{0cce9244-69ae-11d9-bed3-505054503030}", ActKind.FILE,
      "{0cce9235-69ae-11d9-bed3-505054503030}", ActKind.CHANGE);

  private AuditPolicy() {}

  static void change(WindowsRecord event, FactSink sink) {
    String what = event.text(WindowsField.POLICY_CHANGES);
    if (what.contains(SUCCESS_ADDED)) {
      KINDS.forEach((guid, kind) -> {
        if (event.is(WindowsField.SUBCATEGORY, guid)) {
          sink.shows(kind);
        }
      });
    }
    if (what.contains(SUCCESS_REMOVED)) {
      sink.switchedOff();
    }
  }
}
