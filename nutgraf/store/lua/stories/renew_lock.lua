-- Extend the lease of a tenant's story lock during a long step.
--
-- KEYS USED
--   ng:stories:lock:<tenant>  string  rw  token of the worker that holds the tenant's stories
-- ARGV
--   1  tenant  whose stories
--   2  token   of the tenant's story lock
-- RETURNS
--   1, or 0 if the lock was lost

local lock, token = story_lock_key(ARGV[1]), ARGV[2]
if redis.call('GET', lock) ~= token then return 0 end
redis.call('SET', lock, token, 'PX', settings.lease_ms)
return 1
