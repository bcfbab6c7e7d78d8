package org.tidemark.evidence.formats.logoncsv;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tidemark.evidence.LogonType;

/** Words for outcomes and types of logons, as {@link HeaderLine#plain} writes them. */
final class LogonWords {
  static final int FAILED = 0;
  static final int SUCCEEDED = 1;

  /** No word that is known. */
  static final int UNKNOWN = -1;

  private static final Set<String> SUCCESS = Set.of(("success succeeded successful successfully ok"
          + " allow allowed accept accepted granted pass passed authenticated true yes y 1 0x0"
          + " auditsuccess 4624 成功 許可 承認 성공 허용 승인")
      .split(" "));
  private static final Set<String> FAILURE = Set.of(("failure fail failed unsuccessful deny denied"
          + " reject rejected refused block blocked error invalid false no n 0 auditfailure 4625 失敗"
          + " 拒否 エラー 실패 거부 차단 오류")
      .split(" "));

  private static final Map<String, LogonType> TYPES = types();

  private LogonWords() {}

  private static Map<String, LogonType> types() {
    Map<String, LogonType> types = new TreeMap<>();
    put(types, LogonType.INTERACTIVE, "interactive console local 対話型 対話 대화형");
    put(types, LogonType.NETWORK, "network ネットワーク 네트워크");
    put(types, LogonType.BATCH, "batch バッチ 배치");
    put(types, LogonType.SERVICE, "service サービス 서비스");
    put(types, LogonType.UNLOCK, "unlock ロック解除 잠금해제");
    put(types, LogonType.NETWORK_CLEARTEXT, "networkcleartext");
    put(types, LogonType.NEW_CREDENTIALS, "newcredentials runas");
    put(
        types,
        LogonType.REMOTE_INTERACTIVE,
        "remoteinteractive rdp remotedesktop リモート対話型 リモートデスクトップ 원격대화형 원격데스크톱");
    put(types, LogonType.CACHED_INTERACTIVE, "cachedinteractive");
    put(types, LogonType.SHELL, "ssh sshd shell telnet");
    put(types, LogonType.SHARE, "smb cifs share");
    put(types, LogonType.CLOUD, "cloud sso saml oidc oauth");
    put(types, LogonType.EXPLICIT, "explicit");
    put(types, LogonType.TICKET, "ticket kerberos");
    return types;
  }

  private static void put(Map<String, LogonType> types, LogonType type, String words) {
    for (String word : words.split(" ")) {
      types.put(word, type);
    }
  }

  /** {@link #SUCCEEDED}, {@link #FAILED} or {@link #UNKNOWN}. */
  static int outcome(String written) {
    String word = HeaderLine.plain(written);
    return SUCCESS.contains(word) ? SUCCEEDED : FAILURE.contains(word) ? FAILED : UNKNOWN;
  }

  /** Code of the type, by its Windows number or its name; {@link #UNKNOWN}: neither. */
  static int type(String written) {
    String word = HeaderLine.plain(written);
    if (word.matches("[0-9]{1,2}")) {
      return LogonType.of(Integer.parseInt(word)).code();
    }
    LogonType type = TYPES.get(word);
    return type == null ? UNKNOWN : type.code();
  }
}
