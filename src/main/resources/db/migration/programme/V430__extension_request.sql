-- What a lead's head asked for and how it was answered. due is the day in force when it was asked; the original day
-- stays with the milestone.
create table extension_request (
    id                  bigint generated always as identity primary key,
    tenant_id           text        not null,
    milestone_id        text        not null references milestone,
    department_code     text        not null,
    due                 date        not null,
    new_due             date        not null,
    reason              text        not null,
    state               text        not null check (state in
        ('PENDING_ENDORSEMENT', 'PENDING_DECISION', 'APPROVED', 'REFUSED', 'LAPSED')),
    requested_by        text        not null,
    requested_at        timestamptz not null,
    endorsement         text check (endorsement in ('APPROVE', 'REFUSE')),
    endorsement_opinion text,
    endorsed_by         text,
    endorsed_at         timestamptz,
    decision            text check (decision in ('APPROVE', 'REFUSE')),
    decision_opinion    text,
    decided_by          text,
    decided_at          timestamptz,
    lapsed_at           timestamptz,
    check (new_due > due)
);
create index extension_request_of_milestone on extension_request (milestone_id, id);
create unique index extension_request_pending on extension_request (milestone_id)
    where state in ('PENDING_ENDORSEMENT', 'PENDING_DECISION');
