-- Whether a lead was reminded stands with its term, as for everything else that has a day of its own.
alter table assignment drop column reminded_at;
