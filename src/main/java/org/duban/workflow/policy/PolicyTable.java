package org.duban.workflow.policy;

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

/** The tables by which is chased and scored, and how the office changes them. */
@Component
public class PolicyTable {

  private final RepositoryService repository;
  private final Programmes programmes;

  PolicyTable(RepositoryService repository, Programmes programmes) {
    this.repository = repository;
    this.programmes = programmes;
  }

  public byte[] inForce(Policy policy) {
    try (InputStream content = repository.getDecisionModel(latest(policy).getId())) {
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
  public int replace(Policy policy, String xml, String userId) {
    policy.check(xml);
    repository
        .createDeployment()
        .name(policy.key())
        .source(userId)
        .addInputStream(
            policy.file(), new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
        .deploy();
    int version = latest(policy).getVersion();
    programmes.tellRunning(
        Happening.POLICY_CHANGED, userId, policy.label() + "第 " + version + " 版生效");
    return version;
  }

  DecisionDefinition latest(Policy policy) {
    return repository
        .createDecisionDefinitionQuery()
        .decisionDefinitionKey(policy.key())
        .latestVersion()
        .singleResult();
  }

  /** What the office put in force stays in force, whatever a new release brings along. */
  public boolean isTheOfficesOwn(Policy policy) {
    return repository.createDeploymentQuery().deploymentName(policy.key()).count() > 0;
  }
}
