package org.duban.programme.duty;

import org.duban.audit.Entry;
import org.duban.programme.ActRefused;
import org.duban.programme.ExtensionRequest;
import org.duban.programme.Milestone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps apart what one person may not do on both sides of the same thing: report and sign off a
 * round, report or sign off and review it, report and close the project, ask for more time and
 * grant it. Persons are compared by who really acted, whomever they stood in for; several people of
 * one department, or of the office, are several.
 */
@Component
public class OnePerson {

  private static final String OTHER = "请由其他人员办理。";

  private final JdbcClient jdbc;

  OnePerson(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @throws ActRefused for who signed the same round off
   */
  public void mayReport(Milestone milestone, String userId) {
    refuseIf(signed(milestone, userId), "本轮反馈您已会签，同一人不能又会签又反馈，" + OTHER);
  }

  /**
   * @throws ActRefused for who reported in the same round
   */
  public void maySignOff(Milestone milestone, String userId) {
    refuseIf(reported(milestone, userId), "本轮反馈由您办理过，同一人不能又反馈又会签，" + OTHER);
  }

  /**
   * @throws ActRefused for who reported or signed off in the same round
   */
  public void mayReview(Milestone milestone, String userId) {
    refuseIf(reported(milestone, userId), "本轮反馈由您办理过，同一人不能又反馈又审核，" + OTHER);
    refuseIf(signed(milestone, userId), "本轮反馈您已会签，同一人不能又会签又审核，" + OTHER);
  }

  /**
   * @throws ActRefused for who reported in the round with which a milestone of it was met
   */
  public void mayClose(String projectId, String userId) {
    boolean reported =
        jdbc.sql(
                """
                select exists (select 1 from report r join milestone m on m.id = r.milestone_id and m.round = r.round
                               where m.project_id = :project and r.filed_by = :user)
                """)
            .param("project", projectId)
            .param("user", userId)
            .query(Boolean.class)
            .single();
    refuseIf(reported, "本事项有节点由您反馈过，同一人不能又反馈又销号，" + OTHER);
  }

  /**
   * @throws ActRefused for who asked
   */
  public void mayAnswer(ExtensionRequest request, String userId) {
    refuseIf(request.requestedBy().equals(userId), "这件延期由您申请，同一人不能又申请又核签或审批，" + OTHER);
  }

  private boolean reported(Milestone milestone, String userId) {
    return acted("report", "filed_by", milestone, userId);
  }

  private boolean signed(Milestone milestone, String userId) {
    return acted("sign_off", "signed_by", milestone, userId);
  }

  private boolean acted(String table, String by, Milestone milestone, String userId) {
    return jdbc.sql(
            "select exists (select 1 from "
                + table
                + " where milestone_id = :milestone and round = :round and "
                + by
                + " = :user and :user <> :system)")
        .param("milestone", milestone.id())
        .param("round", milestone.round())
        .param("user", userId)
        .param("system", Entry.SYSTEM)
        .query(Boolean.class)
        .single();
  }

  private static void refuseIf(boolean both, String sentence) {
    if (both) {
      throw ActRefused.notNow(sentence);
    }
  }
}
