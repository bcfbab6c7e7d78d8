package org.tidemark.evidence.formats.zeek;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.tidemark.casefile.Network;
import org.tidemark.evidence.EndpointName;
import org.tidemark.evidence.FactSink;
import org.tidemark.evidence.formats.zeek.ZeekLine.Field;

/**
 * Whose an address is, and which hosts are domain controllers, as a sensor learns it. What a host
 * proved of itself (a machine account's ticket, its own challenge, a lease) counts at once; what
 * others call an address (DNS, share paths, a client's own claim) only where the unit holds nothing
 * else, see {@link NameClaims}.
 *
 * @see <a href="https://docs.zeek.org/en/master/logs/dns.html">dns.log</a>
 * @see <a href="https://docs.zeek.org/en/master/logs/dhcp.html">dhcp.log</a>
 */
final class ZeekNames {
  private static final int DNS = 53;
  private static final int NETBIOS = 137;
  private static final String REVERSE = ".in-addr.arpa";

  /** RFC 1918 and RFC 4193. */
  private static final List<Network> PRIVATE = Stream.of(
          "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")
      .flatMap(text -> Network.parse(text).stream())
      .toList();

  private final ZeekLine line;
  private final NameClaims claims = new NameClaims();
  private final Set<String> controllers = new HashSet<>();

  ZeekNames(ZeekLine line) {
    this.line = line;
  }

  /** The host proved that the address is its own. */
  void own(String host, String address, FactSink sink) {
    if (isHost(host) && EndpointName.isUnicast(address)) {
      claims.proven(host, address);
      sink.ownAddress(sink.endpoint(host), sink.endpoint(address));
    }
  }

  /** Somebody called the address so. */
  void perhaps(String host, String address, FactSink sink) {
    if (isHost(host) && EndpointName.isUnicast(address)) {
      claims.called(host, address, sink.record(), sink.at());
    }
  }

  /** A realm or domain: no host's name, whoever uses it as one. */
  void domain(String name) {
    claims.domain(firstLabel(name));
  }

  /** The address answered as only a domain controller does. */
  void controller(String address, FactSink sink) {
    if (controllers.add(address)) {
      sink.controller(sink.endpoint(address));
    }
  }

  String lease(FactSink sink) {
    List<String> messages = line.list(Field.MSG_TYPES);
    Field field = line.has(Field.ASSIGNED_ADDR) ? Field.ASSIGNED_ADDR : Field.ASSIGNED_IP;
    String address = EndpointName.of(line.text(field));
    if (address.isEmpty() || !messages.isEmpty() && !messages.contains("ACK")) {
      return "lease-not-given";
    }
    String name =
        EndpointName.of(line.text(line.has(Field.HOST_NAME) ? Field.HOST_NAME : Field.CLIENT_FQDN));
    if (!isHost(name)) {
      return "lease-without-name";
    }
    claims.proven(name, address);
    long micros = line.interval(Field.LEASE_TIME);
    sink.lease(sink.endpoint(name), sink.endpoint(address), micros);
    return "";
  }

  /**
   * A name service's answer. Multicast names (LLMNR, mDNS) are answered by whoever likes to: they
   * are the intruder's tool and bind nothing.
   */
  String answer(FactSink sink) {
    if (line.serverPort() == NETBIOS) {
      return netbios(sink);
    }
    if (line.serverPort() != DNS) {
      return "name-not-used";
    }
    List<String> answers = line.list(Field.ANSWERS);
    String query = line.text(Field.QUERY).toLowerCase(Locale.ROOT);
    if (answers.isEmpty()) {
      return "no-answer";
    }
    return switch (line.text(Field.QTYPE_NAME)) {
      case "SRV" -> locator(query, answers, sink);
      case "A", "AAAA" -> address(query, answers, sink);
      case "PTR" -> reverse(query, answers, sink);
      default -> "name-not-used";
    };
  }

  /** Hosts of a domain look for {@code _ldap._tcp.….dc._msdcs.DOMAIN}: answers are controllers. */
  private String locator(String query, List<String> answers, FactSink sink) {
    int domain = query.indexOf("._msdcs.");
    boolean controller = query.startsWith("_ldap.") || query.startsWith("_kerberos.");
    if (domain < 0 || !controller) {
      return "name-not-used";
    }
    domain(query.substring(domain + "._msdcs.".length()));
    for (String answer : answers) {
      sink.controller(sink.endpoint(EndpointName.of(answer)));
    }
    return "";
  }

  /** One private address under the very name that was asked for, from who is in charge of it. */
  private String address(String query, List<String> answers, FactSink sink) {
    String address = EndpointName.of(answers.get(0));
    if (answers.size() != 1 || !isPrivate(address) || !line.isTrue(Field.AA)) {
      return "name-not-used";
    }
    perhaps(EndpointName.of(query), address, sink);
    return "";
  }

  private String reverse(String query, List<String> answers, FactSink sink) {
    if (answers.size() != 1 || !query.endsWith(REVERSE)) {
      return "name-not-used";
    }
    String[] parts = query.substring(0, query.length() - REVERSE.length()).split("\\.", -1);
    if (parts.length != 4) {
      return "name-not-used";
    }
    String address = EndpointName.of(parts[3] + "." + parts[2] + "." + parts[1] + "." + parts[0]);
    if (!isPrivate(address)) {
      return "name-not-used";
    }
    perhaps(EndpointName.of(answers.get(0)), address, sink);
    return "";
  }

  /**
   * Zeek logs NetBIOS queries, not registrations, so a query may be for anybody's name. Windows
   * asks its subnet for its own name too (as that of a domain), and nobody answers: kept until the
   * unit's end, when it is known what else was asked.
   */
  private String netbios(FactSink sink) {
    String name = EndpointName.of(line.text(Field.QUERY));
    boolean broadcast = line.server().endsWith(".255");
    if (!broadcast || !isHost(name) || !line.is(Field.QTYPE_NAME, "NB")) {
      return "name-not-used";
    }
    if (line.has(Field.ANSWERS)) {
      claims.answered(name);
      return "name-not-used";
    }
    claims.asked(name, line.client(), sink.record(), sink.at());
    return "";
  }

  /** What the unit's lines say together. */
  void end(FactSink sink) {
    claims.settle().forEach((address, claim) -> {
      int host = sink.endpoint(claim.name());
      int at = sink.endpoint(address);
      sink.again(claim.record(), claim.first());
      sink.ownAddress(host, at);
      sink.again(claim.record(), claim.last());
      sink.ownAddress(host, at);
    });
    for (String address : new java.util.TreeSet<>(controllers)) {
      claims.nameOf(address).ifPresent(name -> sink.controller(sink.endpoint(name)));
    }
  }

  private static boolean isHost(String name) {
    return !name.isEmpty() && !EndpointName.isAddress(name) && !EndpointName.isLoopback(name);
  }

  private static boolean isPrivate(String address) {
    return EndpointName.isUnicast(address)
        && PRIVATE.stream().anyMatch(network -> network.contains(address));
  }

  private static String firstLabel(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    int dot = lower.indexOf('.');
    return dot > 0 ? lower.substring(0, dot) : lower;
  }
}
