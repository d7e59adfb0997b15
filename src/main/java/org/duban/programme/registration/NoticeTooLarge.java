package org.duban.programme.registration;

/** A file far larger than any published list. */
public class NoticeTooLarge extends RuntimeException {

  NoticeTooLarge(int largest) {
    super("文件超过 " + largest / 1024 / 1024 + " MB，不像是公布的清单，未读取。");
  }
}
