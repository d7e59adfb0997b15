package org.duban.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duban.notice.correction.ReadItems;

/** What a person changed in a draft, told field by field. */
public final class CorrectionChanges {

  private final List<String> sentences = new ArrayList<>();

  private CorrectionChanges() {}

  /** One Chinese sentence for each field that is no longer as it was read; often none. */
  public static List<String> of(Correction correction, Draft read) {
    CorrectionChanges changes = new CorrectionChanges();
    changes.compare("清单标题", read.title(), correction.title());
    changes.compare("清单年度", String.valueOf(read.year()), String.valueOf(correction.year()));
    ReadItems origins = new ReadItems(correction, read);
    for (int i = 0; i < correction.projects().size(); i++) {
      Correction.Item item = correction.projects().get(i);
      origins
          .of(i)
          .map(Correction.Item::of)
          .ifPresentOrElse(
              was -> changes.compare(was, item),
              () -> changes.sentences.add("新增第" + item.number() + "项“" + item.title() + "”。"));
    }
    origins
        .removed()
        .forEach(
            project ->
                changes.sentences.add("删去第" + project.number() + "项“" + project.title() + "”。"));
    return changes.sentences;
  }

  private void compare(Correction.Item was, Correction.Item item) {
    String name = "第" + was.number() + "项";
    compare(name + "编号", was.number(), item.number());
    compare(name + "标题", was.title(), item.title());
    compare(name + "内容", was.text(), item.text());
    compare(name + "牵头部门", String.join("、", was.leads()), String.join("、", item.leads()));
    compare(name + "配合部门", String.join("、", was.supports()), String.join("、", item.supports()));
    compare(name + "时限", was.deadlinePhrase(), item.deadlinePhrase());
    compare(name + "节点", dues(was), dues(item));
    compare(name + "量化指标", promises(was), promises(item));
  }

  private void compare(String what, String was, String is) {
    if (!was.equals(is)) {
      sentences.add(what + "由“" + was + "”改为“" + is + "”。");
    }
  }

  private static String dues(Correction.Item item) {
    return item.milestones().stream()
        .map(due -> (due.kind() + " " + due.due()).strip())
        .collect(Collectors.joining("、"));
  }

  private static String promises(Correction.Item item) {
    return item.commitments().stream()
        .map(
            promise ->
                promise.metric()
                    + " "
                    + promise.operator()
                    + " "
                    + (promise.target() == null ? "" : promise.target().toPlainString())
                    + promise.unit())
        .collect(Collectors.joining("、"));
  }
}
