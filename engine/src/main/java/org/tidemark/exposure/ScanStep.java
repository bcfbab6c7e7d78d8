package org.tidemark.exposure;

import java.nio.file.Path;
import org.tidemark.engine.Cancellation;
import org.tidemark.engine.Step;
import org.tidemark.engine.StoppedException;
import org.tidemark.engine.WorkUnit;
import org.tidemark.exposure.readers.ReadLimits;
import org.tidemark.exposure.readers.Source;

/**
 * Scans one file a unit: whatever the file holds, the result says how far it was read and which
 * identifiers stand where. {@link WorkUnit#settings()} are {@link ScanSettings#toText()}. Pure;
 * values leave it encrypted.
 */
public final class ScanStep implements Step<ScanResult> {
  private static final long serialVersionUID = 1L;

  private final ValueCipher cipher;
  private final ReadLimits limits;

  public ScanStep(ValueCipher cipher) {
    this(cipher, ReadLimits.DEFAULT);
  }

  public ScanStep(ValueCipher cipher, ReadLimits limits) {
    this.cipher = cipher;
    this.limits = limits;
  }

  @Override
  public String id() {
    return "scan";
  }

  @Override
  public ScanResult run(WorkUnit unit, Cancellation cancellation) throws StoppedException {
    Path file = unit.path();
    Path name = file.getFileName();
    return new ContentScanner(cipher, ScanSettings.ofText(unit.settings()), limits, cancellation)
        .scan(name == null ? "" : name.toString(), Source.of(file));
  }
}
