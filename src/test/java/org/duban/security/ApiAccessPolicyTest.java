package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiAccessPolicyTest {

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/programmes, supervising-office, true",
    "POST, /api/v1/programmes, leader, false",
    "POST, /api/v1/programmes, department-scjg, false",
    "POST, /api/v1/programmes, system-admin, false",
    "POST, /api/v1/programmes/7/dispatch, supervising-office, true",
    "POST, /api/v1/programmes/7/dispatch, department-scjg, false",
    "POST, /api/v1/programmes/7/revisions, supervising-office, true",
    "POST, /api/v1/programmes/7/revisions, leader, false",
    "POST, /api/v1/programmes/7/revisions, department-scjg, false",
    "POST, /api/v1/programmes/7/8/dispatch, supervising-office, false",
    "POST, /api/v1/projects/7/withdraw, supervising-office, true",
    "POST, /api/v1/projects/7/reopen, department-scjg, true",
    "POST, /api/v1/projects/7/reopen, auditor, false",
    "POST, /api/v1/projects/7/suspend, supervising-office, false",
    "POST, /api/v1/milestones/7/suspend, department-scjg, true",
    "POST, /api/v1/milestones/7/resume, leader, true",
    "POST, /api/v1/milestones/7/reassign, supervising-office, true",
    "POST, /api/v1/milestones/7/reassign, system-admin, false",
    "DELETE, /api/v1/milestones/7/suspend, supervising-office, false",
    "GET, /api/v1/programmes, supervising-office, true",
    "POST, /api/v1/drafts, supervising-office, true",
    "GET, /api/v1/drafts/7, supervising-office, true",
    "PUT, /api/v1/drafts/7, supervising-office, true",
    "DELETE, /api/v1/drafts/7, supervising-office, true",
    "POST, /api/v1/drafts/7/approve, supervising-office, true",
    "POST, /api/v1/drafts/7/steal, supervising-office, false",
    "GET, /api/v1/drafts, leader, false",
    "GET, /api/v1/drafts, department-scjg, false",
    "POST, /api/v1/drafts, system-admin, false",
    "POST, /api/v1/milestones/7/extension-requests, department-scjg, true",
    "POST, /api/v1/milestones/7/extension-requests, supervising-office, false",
    "POST, /api/v1/milestones/7/extension-requests, leader, false",
    "DELETE, /api/v1/milestones/7/extension-requests, department-scjg, false",
    "GET, /api/v1/milestones/7/extension-requests, leader, true",
    "POST, /api/v1/milestones/7/rhythm, supervising-office, true",
    "POST, /api/v1/milestones/7/rhythm, department-scjg, false",
    "POST, /api/v1/milestones/7/rhythm, leader, false",
    "POST, /api/v1/substitutions, supervising-office, true",
    "POST, /api/v1/substitutions, leader, true",
    "POST, /api/v1/substitutions, department-scjg, true",
    "POST, /api/v1/substitutions, system-admin, false",
    "GET, /api/v1/substitutions, department-scjg, true",
    "GET, /api/v1/substitutions, auditor, false",
    "DELETE, /api/v1/substitutions/7, department-scjg, true",
    "DELETE, /api/v1/substitutions/7, security-admin, false",
    "DELETE, /api/v1/substitutions, supervising-office, false",
    "PUT, /api/v1/substitutions/7, supervising-office, false",
    "GET, /api/v1/milestones/7/trail, leader, true",
    "HEAD, /api/v1/board, department-scjg, true",
    "GET, /api/v1/board, department-, false",
    "GET, /api/v1/board, auditor, false",
    "GET, /api/v1/ledger.xlsx, department-scjg, true",
    "GET, /api/v1/ledger.xlsx, auditor, false",
    "GET, /api/v1/ledger.xlsx, system-admin, false",
    "GET, /api/v1/board, system-admin, false",
    "GET, /api/v1/clock, auditor, true",
    "POST, /api/v1/clock, supervising-office, true",
    "POST, /api/v1/clock, system-admin, true",
    "POST, /api/v1/clock, department-scjg, false",
    "GET, /api/v1/notifications, department-scjg, true",
    "GET, /api/v1/notifications, system-admin, true",
    "GET, /api/v1/notifications, auditor, false",
    "POST, /api/v1/notifications, system-admin, false",
    "POST, /api/v1/notifications/7/resend, supervising-office, true",
    "POST, /api/v1/notifications/7/resend, system-admin, true",
    "POST, /api/v1/notifications/7/resend, leader, false",
    "POST, /api/v1/notifications/7/resend, department-scjg, false",
    "GET, /api/v1/audit, auditor, true",
    "GET, /api/v1/audit/verify, auditor, true",
    "GET, /api/v1/audit, supervising-office, false",
    "POST, /api/v1/audit, auditor, false",
    "GET, /api/v1/openapi, auditor, true",
    "POST, /api/v1/openapi, supervising-office, false",
    "DELETE, /api/v1/programmes/7, supervising-office, false",
    "GET, /api/v2/programmes, supervising-office, false"
  })
  void eachRouteIsOpenToItsRoles(String method, String path, String group, boolean open) {
    assertThat(ApiAccessPolicy.allows(method, path, new Caller("someone", Set.of(group))))
        .isEqualTo(open);
  }
}
