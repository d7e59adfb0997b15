package org.duban.escalation;

import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what moves a process for one milestone after the other, each in a transaction of its own, so
 * that one that can't be moved holds nobody else up. It is tried again at the next tick.
 */
@Component
class OneByOne {

  private static final Logger log = LoggerFactory.getLogger(OneByOne.class);

  private final TransactionTemplate transaction;

  OneByOne(PlatformTransactionManager transactions) {
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  <T> void each(List<T> things, Consumer<T> act) {
    for (T thing : things) {
      try {
        transaction.executeWithoutResult(tx -> act.accept(thing));
      } catch (RuntimeException e) {
        log.error("{} could not be carried out and is tried again at the next tick", thing, e);
      }
    }
  }
}
