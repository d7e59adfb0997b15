-- Whether the list in force names what is registered. What is over stays as it is when a list leaves it out or moves it,
-- and what the office withdrew stays withdrawn while the lists go on naming it as before; the next list is compared with
-- what this one says, whatever was opened again since.
alter table project add column named boolean not null default true;
alter table milestone add column named boolean not null default true;

-- So far a list that went on naming what the office had withdrawn registered it anew.
update project p set named = false
where state = 'WITHDRAWN'
  and (exists (select 1 from trail t
               where t.project_id = p.id and t.what = 'PROJECT_WITHDRAWN' and t.detail like '%。修订原因：%')
       or exists (select 1 from project q
                  where q.programme_id = p.programme_id and q.title = p.title and q.registered_as > p.registered_as));
update milestone m set named = false
where state = 'WITHDRAWN'
  and exists (select 1 from trail t
              where t.milestone_id = m.id and t.what = 'MILESTONE_WITHDRAWN' and t.detail like '%。修订原因：%');
