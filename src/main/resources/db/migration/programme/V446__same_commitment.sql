-- Two projects that promise the same are found by it.
create index commitment_same on commitment (tenant_id, metric, unit);
