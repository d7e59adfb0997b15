-- Who has an open escalation in hand now, where that isn't who had it when it was raised; null: it still is.
alter table escalation add column held_by text[];
