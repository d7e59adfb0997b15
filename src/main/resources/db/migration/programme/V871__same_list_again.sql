-- Whoever says so may register the same list once more.
alter table programme drop constraint programme_tenant_id_digest_key;
create index programme_digest on programme (tenant_id, digest);
