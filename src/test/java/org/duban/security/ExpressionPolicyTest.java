package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionPolicyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"assigneeExpression\":\"${x}\"}",
        "{\"orQueries\":[{\"candidateGroupsExpression\":\"${x}\"}]}",
        "{\"orQueries\":[{\"orQueries\":[{\"dueBeforeExpression\":\"x\"}]}]}",
        "{\"a\":[[{\"b\":{\"OwnerEXPRESSION\":null}}]]}",
        "{\"assignee\\u0045xpression\":\"${x}\"}",
        "[{\"taskNameExpression\":1}]"
      })
  void expressionIsFoundAtAnyDepth(String json) throws IOException {
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE
        }) {
      assertThat(ExpressionPolicy.foundInJson(json.getBytes(charset))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"nameLike\":\"${expression}\"}",
        "{\"variables\":{\"narrative\":{\"value\":\"Expression\"}}}",
        "{\"expressions\":1}"
      })
  void valuesAndOtherNamesAreNoExpressions(String json) throws IOException {
    assertThat(ExpressionPolicy.foundInJson(json.getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "assigneeExpression=x",
        "maxResults=1&assignee%45xpression=${x}",
        "a=b;ownerexpression=1",
        "ownerExpression"
      })
  void expressionIsFoundInTheAddress(String query) {
    assertThat(ExpressionPolicy.foundInQuery(query)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "assignee=Expression", "name=a&maxResults=5"})
  void ordinaryAddressHasNone(String query) {
    assertThat(ExpressionPolicy.foundInQuery(query)).isFalse();
  }
}
