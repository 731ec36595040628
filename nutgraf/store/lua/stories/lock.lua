-- Lock a tenant's stories for one worker and return its next work.
-- Work is articles to group or, once none waits, stories that have grown. When there is nothing to do the lock is released
-- in the same step, so that no article can arrive between the check and the release.
--
-- KEYS USED
--   ng:stories:waiting:<tenant>  sorted set  r   articles that wait for clustering
--   ng:stories:tenants           sorted set  w   tenants with articles that wait for clustering, by when a nudge is due
--   ng:stories:grown:<tenant>    sorted set  r   stories that have grown since their last merge pass
--   ng:stories:passes            sorted set  w   tenants by when their next merge pass is due
--   ng:stories:lock:<tenant>     string      rw  token of the worker that holds the tenant's stories
--   via lib/story_index.lua: schedule_merge_pass
-- ARGV
--   1  tenant  whose stories
--   2  token   of the tenant's story lock
--   3  limit   articles or stories to return at most
-- RETURNS
--   {held, articles, stories}: held is 0 if another worker has the lock

local tenant, token, limit = ARGV[1], ARGV[2], tonumber(ARGV[3])
local lock = story_lock_key(tenant)
local holder = redis.call('GET', lock)
if holder and holder ~= token then return {0, {}, {}} end
local now = now_ms()
local ids, grown = redis.call('ZRANGE', story_waiting_key(tenant), 0, limit - 1), {}
if #ids == 0 then
  redis.call('ZREM', 'ng:stories:tenants', tenant)
  grown = redis.call('ZRANGEBYSCORE', story_grown_key(tenant), '-inf', now - settings.story_merge_ms, 'LIMIT', 0, limit)
else
  redis.call('ZADD', 'ng:stories:tenants', now + settings.lease_ms, tenant)
end
if #grown > 0 then
  schedule_merge_pass(tenant, now + settings.lease_ms)
elseif #ids == 0 then
  local first = redis.call('ZRANGE', story_grown_key(tenant), 0, 0, 'WITHSCORES')[2]
  if first then
    schedule_merge_pass(tenant, first + settings.story_merge_ms)
  else
    redis.call('ZREM', MERGE_PASSES, tenant)
  end
  if holder then redis.call('DEL', lock) end
  return {1, {}, {}}
end
redis.call('SET', lock, token, 'PX', settings.lease_ms)
return {1, ids, grown}
