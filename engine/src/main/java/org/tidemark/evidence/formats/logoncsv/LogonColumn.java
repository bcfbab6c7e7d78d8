package org.tidemark.evidence.formats.logoncsv;

import java.util.List;
import java.util.Locale;

/**
 * What a column of a table of logons may hold, and the header words by which it is known, the
 * surest first: English, Japanese, Korean. Words are compared as {@link HeaderLine#plain} writes
 * them.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
enum LogonColumn {
  TIME("timestamp datetime eventtime logontime logintime timegenerated timecreated utctime logtime"
      + " time date when 日時 発生日時 ログオン日時 ログイン日時 記録日時 タイムスタンプ 時刻 日付 일시"
      + " 발생일시 로그온시간 로그인시간 접속일시 접속시간 타임스탬프 시간 시각 날짜"),
  ACCOUNT("account accountname username targetusername userprincipalname upn samaccountname user"
      + " userid loginname logonname login アカウント名 アカウント ユーザー名 ユーザ名 ユーザー ユーザ"
      + " ユーザーid ユーザid 利用者 利用者id 계정명 계정 사용자명 사용자 사용자id 사용자계정 아이디"),
  DOMAIN("domain accountdomain targetdomainname userdomain domainname authority realm ドメイン ドメイン名"
      + " 도메인 도메인명"),
  FROM("source src sourceip srcip sourceaddress sourcehost srchost sourcecomputer client clientip"
      + " clientaddress clienthost clientname remoteip remoteaddress remotehost callerip from"
      + " ipaddress ip workstation workstationname 接続元 接続元ip 接続元ipアドレス 送信元 送信元ip"
      + " アクセス元 クライアント クライアントip 端末 端末名 ipアドレス 출발지 출발지ip 접속ip 접속지"
      + " 클라이언트 클라이언트ip 원격ip 소스ip 단말 ip주소"),
  TO("target destination targethost targetserver targetcomputer destinationhost dest dst desthost"
      + " dsthost destinationip dstip destip to server servername host hostname computer"
      + " computername machine 接続先 接続先ホスト 宛先 対象ホスト サーバー サーバ サーバー名 サーバ名 ホスト"
      + " ホスト名 コンピューター コンピュータ コンピューター名 コンピュータ名 목적지 목적지ip 대상서버 대상"
      + " 서버 서버명 호스트 호스트명 컴퓨터 컴퓨터이름"),
  OUTCOME("outcome result status success succeeded logonresult loginresult 結果 成否 認証結果 ステータス"
      + " 결과 성공여부 인증결과 상태"),
  TYPE("logontype logintype logontypeid sessiontype ログオンタイプ ログオン種別 ログオンの種類 ログイン種別"
      + " 로그온유형 로그인유형 로그온종류"),
  SESSION("session sessionid logonid targetlogonid セッション セッションid ログオンid 세션 세션id 로그온id");

  /** Without these no logon can be placed. */
  static final List<LogonColumn> REQUIRED = List.of(TIME, ACCOUNT, TO);

  /** Beside the required ones, at least one of these shows that the table is one of logons. */
  static final List<LogonColumn> TELLING = List.of(FROM, OUTCOME, TYPE, SESSION);

  /**
   * Words of tables of something else that also have a time, a user and a host: requests, accesses
   * to files, commands, flows. Such a table is read as logons only when the case file says so.
   */
  static final List<String> OTHER_TABLES = List.of(("url uri query method useragent referer"
          + " statuscode bytes bytessent bytesreceived size port srcport dstport protocol command"
          + " commandline process processname image path file filename object objectname hash"
          + " sha256 message subject recipient")
      .split(" "));

  private final List<String> words;

  LogonColumn(String words) {
    this.words = List.of(words.split(" "));
  }

  /** As `columns:` of the case file names it. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Place of a header word among those of this column, from 0; -1 = none of them. */
  int rank(String word) {
    return words.indexOf(word);
  }
}
