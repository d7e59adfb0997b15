package org.duban.publication;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Gives the public answers a tag, so that whoever has them is told that they still hold. */
@Configuration(proxyBeanMethods = false)
class ProgressCaching {

  static final String PAGE = "/public/progress";
  static final String API = "/api/v1/public/progress";

  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> progressTags() {
    var tags = new FilterRegistrationBean<>(new ShallowEtagHeaderFilter());
    tags.setName("progressTags");
    tags.addUrlPatterns(PAGE, API);
    return tags;
  }
}
