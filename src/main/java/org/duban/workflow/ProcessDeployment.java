package org.duban.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Brings the models, the decision table and the forms to the engine; unchanged ones stay. */
@Component
class ProcessDeployment {

  private static final String FOLDER = "classpath*:processes/";

  private final RepositoryService repository;
  private final ResourcePatternResolver resources;

  ProcessDeployment(RepositoryService repository, ResourcePatternResolver resources) {
    this.repository = repository;
    this.resources = resources;
  }

  void deploy() {
    DeploymentBuilder deployment =
        repository.createDeployment().name("duban").enableDuplicateFiltering(true);
    add(deployment, "*.bpmn", "");
    if (!theOfficeHasATableOfItsOwn()) {
      add(deployment, "*.dmn", "");
    }
    add(deployment, "forms/*.html", "forms/");
    deployment.deploy();
  }

  /** What the office put in force stays in force, whatever a new release brings along. */
  private boolean theOfficeHasATableOfItsOwn() {
    return repository.createDeploymentQuery().deploymentName(PolicyTable.OFFICES_OWN).count() > 0;
  }

  private void add(DeploymentBuilder deployment, String pattern, String prefix) {
    try {
      for (Resource resource : resources.getResources(FOLDER + pattern)) {
        try (InputStream content = resource.getInputStream()) {
          deployment.addInputStream(prefix + resource.getFilename(), content);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The models could not be read", e);
    }
  }
}
