package org.duban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.duban.DubanTest;
import org.duban.security.CannotStart;
import org.duban.security.Visitor;
import org.duban.workflow.people.AdministratorSettings;
import org.duban.workflow.people.Administrators;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DubanTest
class FirstAdministratorTest {

  private static final String GROUP = "camunda-admin";
  private static final String PASSWORD = "Erste-Hilfe-2021!";

  @LocalServerPort int port;
  @Autowired IdentityService identities;

  private List<String> before;

  @BeforeEach
  void emptyTheGroup() {
    before = members();
    before.forEach(user -> identities.deleteMembership(user, GROUP));
  }

  @AfterEach
  void restoreTheGroup() {
    identities.deleteUser("chief");
    identities.deleteUser("second");
    before.forEach(user -> identities.createMembership(user, GROUP));
  }

  @Test
  void nobodyNamedMeansNoStart() {
    assertThatThrownBy(() -> administrators(null, null).ensure())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("系统还没有管理员");
    assertThatThrownBy(() -> administrators("chief", " ").ensure()).isInstanceOf(CannotStart.class);
    assertThat(members()).isEmpty();
  }

  @Test
  void weakPasswordMeansNoStart() {
    assertThatThrownBy(() -> administrators("chief", "x").ensure())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("密码须符合密码规则");
    assertThat(members()).isEmpty();
    assertThat(identities.createUserQuery().userId("chief").count()).isZero();
  }

  @Test
  void namedAdministratorMayMakePeopleAndNothingElse() {
    administrators("chief", PASSWORD).ensure();
    Visitor chief = Visitor.basic(port, "chief", PASSWORD);
    assertThat(
            chief
                .post(
                    "/engine-rest/user/create",
                    "{\"profile\":{\"id\":\"second\"},\"credentials\":{\"password\":\"%s\"}}"
                        .formatted(PASSWORD))
                .statusCode())
        .isEqualTo(204);
    assertThat(
            chief.send("PUT", "/engine-rest/group/system-admin/members/second", null).statusCode())
        .isEqualTo(204);
    assertThat(chief.page("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
    assertThat(chief.page("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
    assertThat(chief.get("/engine-rest/task/count").body()).isEqualTo("{\"count\":0}");
    assertThat(chief.post("/engine-rest/authorization/create", "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void whereThereIsAnAdministratorTheSettingsChangeNothing() {
    administrators("chief", PASSWORD).ensure();
    administrators("second", PASSWORD).ensure();
    administrators(null, null).ensure();
    assertThat(members()).containsExactly("chief");
  }

  private Administrators administrators(String id, String password) {
    return new Administrators(identities, new AdministratorSettings(id, password));
  }

  private List<String> members() {
    return identities.createUserQuery().memberOfGroup(GROUP).list().stream()
        .map(User::getId)
        .toList();
  }
}
