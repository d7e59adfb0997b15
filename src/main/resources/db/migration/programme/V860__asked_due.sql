-- The day that was asked for, beside the one that counts: it moves when the milestone is suspended before the answer.
alter table extension_request add column asked_due date;
update extension_request set asked_due = new_due;
alter table extension_request alter column asked_due set not null;
