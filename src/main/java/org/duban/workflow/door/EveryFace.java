package org.duban.workflow.door;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * Adds to every face of the engine's REST API what the engine's own set-up of them leaves no place
 * for: found by Jersey itself, so that none of the faces can be without.
 */
public class EveryFace implements AutoDiscoverable {

  @Override
  public void configure(FeatureContext face) {
    face.register(new RestWitness());
    face.register(new BodyCheck());
  }
}
