package org.tidemark.evidence.formats;

import java.util.Locale;
import org.tidemark.evidence.AccountName;
import org.tidemark.evidence.ActKind;
import org.tidemark.evidence.FactSink;

/**
 * Changes to identities in Windows events: accounts, groups, objects of the directory, the audit
 * policy, keys that left a host. What was done begins with the event's number.
 */
final class WindowsChanges {
  /** Longest name of an object that is kept. */
  private static final int NAME_MAX = 512;

  private WindowsChanges() {}

  /** Accounts 4720–4726, 4738, 4740–4743, 4767, 4781; members of groups 4728–4733, 4746–4762. */
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
    boolean renamed = event.has(WindowsField.OLD_USER);
    String domain = event.text(WindowsField.TARGET_DOMAIN);
    String target = AccountName.of(
        event.text(renamed ? WindowsField.OLD_USER : WindowsField.TARGET_USER), domain);
    int account = sink.account(target);
    event.sameAccount(account, WindowsField.TARGET_SID, sink);
    String what = Integer.toString(number);
    if (event.has(WindowsField.MEMBER_SID)) {
      what = what + " " + target;
      account = sink.account(AccountName.of(event.text(WindowsField.MEMBER_SID)));
    } else if (renamed) {
      String name = AccountName.of(event.text(WindowsField.NEW_USER), domain);
      what = what + " " + name;
      sink.sameAccount(account, sink.account(name));
    }
    return add(event, account, what, sink);
  }

  /** 5136: an attribute of an object of the directory was given or lost a value. */
  static boolean directory(WindowsRecord event, FactSink sink) {
    if (event.is(WindowsField.OBJECT_CLASS, "dnsNode")
        || event.is(WindowsField.OBJECT_CLASS, "dnsZone")) {
      return WindowsRecord.ignore(sink, "directory-object-of-no-identity");
    }
    sink.shows(ActKind.CHANGE);
    String name = event.text(WindowsField.OBJECT_DN).strip().toLowerCase(Locale.ROOT);
    int target = sink.account(name.length() > NAME_MAX ? name.substring(0, NAME_MAX) : name);
    return add(event, target, "5136 " + event.text(WindowsField.ATTRIBUTE), sink);
  }

  /** 4719: the audit policy was changed. */
  static boolean auditPolicy(WindowsRecord event, FactSink sink) {
    AuditPolicy.change(event, sink);
    return add(event, -1, "4719", sink);
  }

  private static boolean add(WindowsRecord event, int target, String what, FactSink sink) {
    long session = event.subjectSession();
    sink.change(event.host(), event.subject(sink), target, session, sink.object(what), -1);
    return true;
  }

  /**
   * 1007 of the certificate services' channel: a certificate left the host with its key. Whether it
   * signs for others is for who knows the host.
   */
  static boolean keyExport(WindowsRecord event, FactSink sink) {
    int what = sink.object("signing-key-export");
    sink.change(event.host(), event.runner(sink), -1, 0, what, -1);
    return true;
  }
}
