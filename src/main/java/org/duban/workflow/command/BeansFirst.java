package org.duban.workflow.command;

import org.camunda.bpm.engine.spring.ApplicationContextElResolver;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;

/**
 * Looks a name in a model up among our beans first: whatever variables an instance may carry, none
 * takes the place of a rule.
 */
class BeansFirst extends SpringExpressionManager {

  BeansFirst(ApplicationContext context) {
    super(context);
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver inOrder = new CompositeELResolver();
    inOrder.add(new ApplicationContextElResolver(applicationContext));
    inOrder.add(super.createElResolver());
    return inOrder;
  }
}
