package org.duban.programme;

import org.duban.directory.Directory;
import org.duban.directory.Entitlements;
import org.springframework.stereotype.Component;

/**
 * Lets an act be done only by whose it is, whichever way they came: a department's by its people
 * and who stands in for them, and the same for heads, the supervising office and the leader. The
 * program itself is none of them.
 */
@Component
public class Actors {

  private final Entitlements entitlements;
  private final Directory directory;

  Actors(Entitlements entitlements, Directory directory) {
    this.entitlements = entitlements;
    this.directory = directory;
  }

  /**
   * @throws ActRefused for everybody else
   */
  public void mustActFor(String department, String userId) {
    refuseUnless(
        entitlements.actsForDepartment(userId, department),
        userId,
        "不是" + directory.nameOf(department) + "的人员，也未代理其人员，不能以该单位名义办理。");
  }

  /**
   * @param holder a department's code or the supervising office
   * @throws ActRefused for everybody else
   */
  public void mustHead(String holder, String userId) {
    refuseUnless(
        entitlements.actsAsHeadOf(userId, holder),
        userId,
        "不是" + directory.nameOf(holder) + "的负责人，也未代理其负责人，不能办理。");
  }

  /**
   * @throws ActRefused for everybody else
   */
  public void mustBeOfTheOffice(String userId) {
    refuseUnless(entitlements.actsForOffice(userId), userId, "不是督查室人员，也未代理其人员，不能办理。");
  }

  /**
   * @throws ActRefused for everybody else
   */
  public void mustBeTheLeader(String userId) {
    refuseUnless(entitlements.actsAsLeader(userId), userId, "不是领导，也未代理领导，不能办理。");
  }

  private void refuseUnless(boolean entitled, String userId, String sentence) {
    if (!entitled) {
      throw ActRefused.notYours(directory.personName(userId) + sentence);
    }
  }
}
