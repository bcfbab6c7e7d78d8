package org.tidemark.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tidemark.casefile.CaseFile.DirectorySource;
import org.tidemark.casefile.CaseFile.ExposedObjects;
import org.tidemark.casefile.CaseFile.Protection;
import org.tidemark.casefile.CaseFile.Store;

/** The blocks on what was reached and whose it is: exposed, stores, protection, directory. */
final class ExposureBlocks {
  private static final Kind<Grade> GRADE = Kind.grade(Grade.CONFIRMED, Grade.POSSIBLE);
  private static final Kind<String> SERVICE = Kind.oneOf(List.of("internal", "carrier"));

  private final Block block;
  private final Kind<String> organisation;

  ExposureBlocks(Block block, Kind<String> organisation) {
    this.block = block;
    this.organisation = organisation;
  }

  List<ExposedObjects> exposed() {
    List<ExposedObjects> exposed = new ArrayList<>();
    for (Block item : block.blocks("exposed")) {
      exposed.add(new ExposedObjects(
          item.required("path", Kind.PATH_GLOB, ""),
          item.required("grade", GRADE, Grade.POSSIBLE),
          item.value("why", Kind.TEXT)));
      item.value("by", Kind.TEXT);
      item.end();
    }
    return List.copyOf(exposed);
  }

  List<Store> stores() {
    List<Store> stores = new ArrayList<>();
    for (Block item : block.blocks("stores")) {
      stores.add(new Store(
          item.required("match", Kind.PATH_GLOB, ""),
          item.required("controller", organisation, ""),
          item.value("service", SERVICE)));
      item.end();
    }
    return List.copyOf(stores);
  }

  List<Protection> protection() {
    List<Protection> protection = new ArrayList<>();
    for (Block item : block.blocks("protection")) {
      protection.add(new Protection(
          item.required("match", Kind.PATH_GLOB, ""),
          item.required("method", Kind.TEXT, ""),
          item.value("key_at", Kind.TEXT),
          item.value("by", Kind.TEXT),
          item.value("why", Kind.TEXT)));
      item.end();
    }
    return List.copyOf(protection);
  }

  List<DirectorySource> directory() {
    List<DirectorySource> directory = new ArrayList<>();
    for (Block item : block.blocks("directory")) {
      String path = item.required("path", Kind.PATH, "");
      String controller = item.required("controller", organisation, "");
      Map<String, String> identifies = item.map("identifies", Kind.IDENTIFIER);
      if (!item.has("identifies")) {
        item.report(
            "identifies",
            "is missing",
            "which column holds what, as {user_id: internal-id/hb-member, email: email}",
            "");
      }
      directory.add(new DirectorySource(path, controller, identifies));
      item.end();
    }
    return List.copyOf(directory);
  }
}
