package org.duban.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.duban.audit.Happening;
import org.duban.programme.Programmes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table by which deadlines are chased, and how the office changes it. */
@Component
class PolicyTable {

  static final String OFFICES_OWN = "deadline-policy";
  private static final String FILE = "deadline-policy.dmn";

  private final RepositoryService repository;
  private final Programmes programmes;
  private final PolicyCheck check = new PolicyCheck();

  PolicyTable(RepositoryService repository, Programmes programmes) {
    this.repository = repository;
    this.programmes = programmes;
  }

  byte[] inForce() {
    try (InputStream content = repository.getDecisionModel(latest().getId())) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @return the version now in force
   * @throws PolicyRefused when the table leaves a situation out or can't be read
   */
  @Transactional
  int replace(String xml, String userId) {
    check.check(xml);
    repository
        .createDeployment()
        .name(OFFICES_OWN)
        .source(userId)
        .addInputStream(FILE, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
        .deploy();
    int version = latest().getVersion();
    programmes.tellRunning(Happening.POLICY_CHANGED, userId, "期限策略第 " + version + " 版生效");
    return version;
  }

  private DecisionDefinition latest() {
    return repository
        .createDecisionDefinitionQuery()
        .decisionDefinitionKey(PolicyCheck.KEY)
        .latestVersion()
        .singleResult();
  }
}
