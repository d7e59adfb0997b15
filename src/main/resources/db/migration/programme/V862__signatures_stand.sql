-- What the office said, when it returned a report, of the signatures under it; null: nothing, so the default decides.
alter table review add column signatures_stand boolean;
-- The targets that a report was measured by; null for those filed before this was kept.
alter table report add column targets jsonb;
-- The round in which it was signed, where the signature stands for the report of a later round.
alter table sign_off add column carried_from integer;
