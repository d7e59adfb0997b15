package org.duban.workflow.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.duban.workflow.policy.Policy;
import org.duban.workflow.policy.PolicyTable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Brings the models, the decision table and the forms to the engine; unchanged ones stay. */
@Component
class ProcessDeployment {

  private static final String FOLDER = "classpath*:processes/";

  private final RepositoryService repository;
  private final ResourcePatternResolver resources;
  private final PolicyTable tables;

  ProcessDeployment(
      RepositoryService repository, ResourcePatternResolver resources, PolicyTable tables) {
    this.repository = repository;
    this.resources = resources;
    this.tables = tables;
  }

  void deploy() {
    DeploymentBuilder deployment =
        repository.createDeployment().name("duban").enableDuplicateFiltering(true);
    add(deployment, "*.bpmn", "");
    add(deployment, "*.dmn", "");
    add(deployment, "forms/*.html", "forms/");
    deployment.deploy();
  }

  private void add(DeploymentBuilder deployment, String pattern, String prefix) {
    try {
      for (Resource resource : resources.getResources(FOLDER + pattern)) {
        if (isTheOfficesOwn(resource)) {
          continue;
        }
        try (InputStream content = resource.getInputStream()) {
          deployment.addInputStream(prefix + resource.getFilename(), content);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The models could not be read", e);
    }
  }

  private boolean isTheOfficesOwn(Resource resource) {
    return Policy.in(resource.getFilename()).filter(tables::isTheOfficesOwn).isPresent();
  }
}
