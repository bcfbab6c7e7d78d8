package org.tidemark.evidence.formats;

import org.tidemark.evidence.AccountName;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.FactSink;

/** Changes to identities in Windows events: accounts, groups, the audit policy. */
final class WindowsChanges {
  private WindowsChanges() {}

  /** Accounts 4720–4726, 4738, 4740, 4767, 4781; members of groups 4728–4733, 4746–4762. */
  static boolean isChange(int number) {
    return (number >= 4720 && number <= 4767) || number == 4781;
  }

  /**
   * What a change to a group was done to is the member; the group stands beside the event's number.
   * A refused change changed nothing.
   */
  static boolean change(WindowsRecord event, int number, FactSink sink) {
    sink.shows(ActKind.CHANGE);
    if (event.refused()) {
      return WindowsRecord.ignore(sink, "change-refused");
    }
    String target = AccountName.of(
        event.text(WindowsField.TARGET_USER), event.text(WindowsField.TARGET_DOMAIN));
    String what = Integer.toString(number);
    if (event.has(WindowsField.MEMBER_SID)) {
      what = what + " " + target;
      target = AccountName.of(event.text(WindowsField.MEMBER_SID));
    }
    int account = sink.account(target);
    int subject = event.subject(sink);
    sink.change(event.host(), subject, account, event.subjectSession(), sink.object(what), -1);
    return true;
  }

  /** 4719: the audit policy was changed. */
  static boolean auditPolicy(WindowsRecord event, FactSink sink) {
    AuditPolicy.change(event, sink);
    int what = sink.object("4719");
    sink.change(event.host(), event.subject(sink), -1, event.subjectSession(), what, -1);
    return true;
  }
}
