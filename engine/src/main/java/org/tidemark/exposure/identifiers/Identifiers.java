package org.tidemark.exposure.identifiers;

import java.util.List;
import java.util.Optional;

/** All kinds that are looked for; the order decides where a header announces two of them. */
public final class Identifiers {
  /** Every kind. */
  public static final List<Identifier> ALL = List.of(
      new EmailAddress(),
      new PhoneNumber(),
      new PaymentCard(),
      new MyNumber(),
      new BirthDate(),
      new Gender(),
      new AgeGroup(),
      new Age(),
      new Country(),
      new PersonName(),
      new InternalId());

  private Identifiers() {}

  /** The first kind that a header or label announces. */
  public static Optional<Identifier> announcedBy(String header) {
    String normal = HeaderWords.normal(header);
    for (Identifier identifier : ALL) {
      if (identifier.words().announcedByNormal(normal)) {
        return Optional.of(identifier);
      }
    }
    return Optional.empty();
  }

  /** The kind of that id; {@code internal-id/NAMESPACE} gives the internal identifier. */
  public static Optional<Identifier> of(String kind) {
    int slash = kind.indexOf('/');
    String plain = slash < 0 ? kind : kind.substring(0, slash);
    return ALL.stream().filter(i -> i.kind().equals(plain)).findFirst();
  }
}
