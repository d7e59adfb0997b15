/** A project and a milestone from the published sentence to the evidence, as page and as JSON. */
package org.duban.oversight.story;
