package org.duban.notification;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.duban.directory.Directory;

/** People who can be reached: by mail, one of them in English, one not at all. */
final class Correspondents {

  private static final String YAML =
      """
      publisher: { code: jngxq, name: 济宁高新区 }
      supervisingOffice:
        name: 督查室
        handler: { id: duban, name: 周督明 }
        head: { id: duban-head, name: 郑察微, mail: duban-head@example.cn }
      leaders:
        - { id: leader, name: Gao Zhanyue, mail: leader@example.cn, language: en }
      duties:
        system-admin: { id: sysadmin, name: 系统管理员 }
        security-admin: { id: secadmin, name: 安全管理员 }
        auditor: { id: auditor, name: 审计员 }
      departments:
        - code: scjg
          name: 市场监督管理局
          handler: { id: scjg, name: 王一, mail: %s, mobile: "13800000001" }
          head: { id: scjg-head, name: 李二, mail: scjg-head@example.cn, messengerId: lier }
        - code: czjr
          name: 财政金融局
          handler: { id: czjr, name: 赵三, mail: czjr@example.cn }
          head: { id: czjr-head, name: 钱四, mail: czjr-head@example.cn }
      """;

  private Correspondents() {}

  static AddressBook book() {
    return bookWith("scjg@example.cn");
  }

  /** The same people, the handler of scjg under another address. */
  static AddressBook bookWith(String mailOfScjg) {
    byte[] yaml = YAML.formatted(mailOfScjg).getBytes(StandardCharsets.UTF_8);
    return new AddressBook(Directory.load(new ByteArrayInputStream(yaml)));
  }
}
