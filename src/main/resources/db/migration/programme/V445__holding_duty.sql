-- What the holder has to do, not only in which role.
alter table holding add column duty text;
update holding set duty = case role when 'LEAD' then 'REPORT' when 'SUPPORT' then 'SIGN_OFF' when 'OFFICE' then 'REVIEW' end;
alter table holding alter column duty set not null;
