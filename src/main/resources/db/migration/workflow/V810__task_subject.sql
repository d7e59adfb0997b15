-- What an open task is about, and whose it is, as the program had it when the task was given out.
create table task_subject (
  task_id              text   primary key,
  tenant_id            text   not null,
  project_id           text   not null references project,
  milestone_id         text   references milestone,
  group_id             text   not null,
  escalation_id        bigint references escalation,
  extension_request_id bigint references extension_request
);
