-- Release a tenant's story lock before all work is done, and make the rest due at once.
--
-- KEYS USED
--   ng:stories:tenants        sorted set  w   tenants with articles that wait for clustering, by when a nudge is due
--   ng:stories:passes         sorted set  r   tenants by when their next merge pass is due
--   ng:stories:lock:<tenant>  string      rw  token of the worker that holds the tenant's stories
--   via lib/story_index.lua: schedule_merge_pass
-- ARGV
--   1  tenant  whose stories
--   2  token   of the tenant's story lock
-- RETURNS
--   1

local tenant, token = ARGV[1], ARGV[2]
if redis.call('GET', story_lock_key(tenant)) == token then
  redis.call('DEL', story_lock_key(tenant))
  redis.call('ZADD', 'ng:stories:tenants', now_ms(), tenant)
  if redis.call('ZSCORE', MERGE_PASSES, tenant) then schedule_merge_pass(tenant, now_ms()) end
end
return 1
