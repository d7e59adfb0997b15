-- Whose days a milestone took is asked for thousands of milestones at once.
create index holding_of_milestone on holding (milestone_id, id);
