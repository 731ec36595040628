-- Record that grown stories were compared with similar ones and merge with none of them.
--
-- KEYS USED
--   ng:stories:grown:<tenant>  sorted set  w  stories that have grown since their last merge pass
--   ng:stories:lock:<tenant>   string      r  token of the worker that holds the tenant's stories
-- ARGV
--   1   tenant  whose stories
--   2   token   of the tenant's story lock
--   3…  story…  ids
-- RETURNS
--   1, or 0 if the lock was lost and nothing was changed

local tenant, token = ARGV[1], ARGV[2]
if redis.call('GET', story_lock_key(tenant)) ~= token then return 0 end
redis.call('ZREM', story_grown_key(tenant), unpack(ARGV, 3))
return 1
