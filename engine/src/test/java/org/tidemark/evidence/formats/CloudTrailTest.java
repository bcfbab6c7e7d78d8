package org.tidemark.evidence.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tidemark.evidence.ReadFacts;
import org.tidemark.evidence.ReadSettings;
import org.tidemark.testing.Project;

class CloudTrailTest {
  private static final ReadSettings SETTINGS = ReadSettings.of("cloudtrail");
  private static final String KEY =
      " #" + Long.toHexString(new SessionNumber().of("AKIASAMPLE0000000001"));

  @Test
  void theSampleGivesItsFacts() {
    String s3 = "aws/111122223333/s3 AKIASAMPLE0000000001 203.0.113.9 s3://sample-bucket/";
    String service = " #" + Long.toHexString(new SessionNumber().of("ec2.amazonaws.com"));
    assertEquals(
        "1 2023-10-03T02:00:00Z CLOUD AKIASAMPLE0000000001 203.0.113.9 aws/111122223333/s3 sample/1"
            + KEY
            + "\n2 2023-10-03T02:00:05Z CLOUD refused AKIASAMPLE0000000001 203.0.113.9"
            + " aws/111122223333/s3 sample/1" + KEY
            + "\n3 2023-10-03T02:01:00Z CLOUD ec2.amazonaws.com ec2.amazonaws.com"
            + " aws/111122223333/sts ec2.amazonaws.com" + service
            + "\n1 2023-10-03T02:00:00Z READ " + s3 + "a/b.csv sample/1" + KEY
            + "\n2 2023-10-03T02:00:05Z READ refused " + s3 + "secret.csv sample/1" + KEY
            + "\n3 2023-10-03T02:01:00Z CHANGE aws/111122223333/sts ec2.amazonaws.com"
            + " arn:aws:iam::111122223333:role/web/i-0000 AssumeRole ASIASAMPLE0000000002" + service
            + "\nread 4: used 3 ignored {use-already-known=1} unparsed 0",
        ReadFacts.of(new CloudTrail(), SETTINGS, ReadFacts.sample(getClass(), "cloudtrail.json")));
  }

  @Test
  void aDocumentCutInsideARecordGivesTheRecordsBeforeIt() {
    byte[] whole = ReadFacts.sample(getClass(), "cloudtrail.json");
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 200);
    String facts = ReadFacts.of(new CloudTrail(), SETTINGS, cut);
    assertTrue(facts.endsWith("read 4: used 3 ignored {} unparsed 1 broken"), facts);
  }

  @Test
  void aLineThatIsNoRecordIsUnparsedAndTheOthersAreRead() {
    String text = "{\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"x\"}\n{\"a\":\n[]\n7\n";
    assertEquals(
        "read 4: used 0 ignored {} unparsed 4", ReadFacts.of(new CloudTrail(), SETTINGS, text));
  }

  @Test
  void theStolenKeyReadExactlyOneObject() throws IOException {
    Optional<Path> data = Project.realData("cloud/aws-s3-theft", "a real theft in CloudTrail");
    if (data.isEmpty()) {
      return;
    }
    Path file = data.get()
        .resolve(
            "collection/ec2_proxy_s3_exfiltration/ec2_proxy_s3_exfiltration_2020-09-14011940.json");
    byte[] bytes = Files.readAllBytes(file);
    assertTrue(new CloudTrail().recognises(bytes, Math.min(bytes.length, 1 << 16)));
    String facts = ReadFacts.of(new CloudTrail(), SETTINGS, bytes);
    TreeSet<String> read = new TreeSet<>();
    String issued = "";
    for (String line : facts.split("\n", -1)) {
      if (line.contains(" READ ")) {
        String[] words = line.split(" ", -1);
        read.add(words[4] + " " + words[6].substring(words[6].lastIndexOf('/') + 1));
      }
      if (line.contains("i-0317f6c6b66ae9c40 AssumeRole ASIA5FLZVX4OPVKKVBMX")) {
        issued = line;
      }
    }
    assertEquals("[ASIA5FLZVX4OPVKKVBMX ring.txt]", read.toString());
    assertTrue(!issued.isEmpty(), "the key that the instance was given is not among the changes");
    long lines = new String(bytes, StandardCharsets.UTF_8).lines().count();
    assertTrue(facts.contains("read " + lines + ": ") && facts.endsWith("unparsed 0"), facts);
  }
}
