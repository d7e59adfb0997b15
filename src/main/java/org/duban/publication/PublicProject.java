package org.duban.publication;

import java.util.List;

/**
 * A project as anyone may read it.
 *
 * @param leads names as the list prints them, likewise the supports
 */
public record PublicProject(
    String number,
    String title,
    String text,
    String deadline,
    List<String> leads,
    List<String> supports,
    PublicStage stage,
    String stageLabel,
    List<PublicCommitment> commitments) {}
