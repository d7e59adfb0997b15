package org.duban.database;

import java.nio.file.Path;

/** Another running program holds the folder of the embedded database. */
public class DataFolderInUse extends RuntimeException {

  DataFolderInUse(Path folder) {
    super(
        "数据目录 "
            + folder
            + " 正被另一个督办程序使用。Another running Duban holds this data folder; stop it, or name"
            + " another with --duban.data-dir=.");
  }
}
