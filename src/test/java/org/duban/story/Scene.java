package org.duban.story;

import java.util.List;

/**
 * What a witness sees after a step.
 *
 * @param answers to each act of the step
 * @param before what stood in the tables before the step
 */
record Scene(
    Installation program,
    Step step,
    List<Answer> answers,
    InventedList listBefore,
    Standing before,
    Standing after) {

  boolean refused() {
    return answers.stream().allMatch(answer -> answer.refused() || answer.equals(Answer.NOTHING));
  }

  List<String> ask(String sql) {
    return program.jdbc().sql(sql).query(String.class).list();
  }
}
