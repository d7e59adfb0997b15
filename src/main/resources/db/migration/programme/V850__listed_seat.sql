-- What the list in force says of who answers for a project, beside who does: a seat that the office, or a merger of
-- departments, gave to another is compared with a revised list by what the list said of it. Several listed seats may be
-- in one department's hands: besides marks all but the one whose place it took.
create table listed_seat (
    project_id      text    not null references project,
    tenant_id       text    not null,
    department_code text    not null,
    role            text    not null check (role in ('LEAD', 'SUPPORT')),
    position        integer not null,
    printed_name    text    not null,
    held_by         text    not null,
    besides         boolean not null default false,
    presumed        boolean not null default false,
    primary key (project_id, department_code, role)
);

-- What the list said of seats that were given to others before isn't kept anywhere by department. Where that happened
-- the seats are presumed to be the list's own, and the next list teaches better: it takes none of them away from
-- whoever has it now.
insert into listed_seat (project_id, tenant_id, department_code, role, position, printed_name, held_by, presumed)
select a.project_id, a.tenant_id, a.department_code, a.role, a.position, a.printed_name, a.department_code,
       exists (select 1 from trail t
               where t.project_id = a.project_id and t.what = 'REASSIGNED' and t.detail not like '%。修订原因：%')
from assignment a;

-- Numbers the acts that give a project other departments.
create sequence seat_act;
