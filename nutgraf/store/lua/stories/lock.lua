-- Lets one worker at a time group a tenant's articles and, once none waits, compare the stories that have grown.
-- ARGV: tenant, token, limit
-- Gives {held, articles, stories}: held 0 when another worker has them. When there is nothing to do the lock is given
-- back in the same step, so that nothing can arrive between the look and the leaving.
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
  schedule_clustering(tenant, now + settings.lease_ms)
elseif #ids == 0 then
  local first = redis.call('ZRANGE', story_grown_key(tenant), 0, 0, 'WITHSCORES')[2]
  if first then
    schedule_clustering(tenant, first + settings.story_merge_ms)
  else
    redis.call('ZREM', PASSES, tenant)
  end
  if holder then redis.call('DEL', lock) end
  return {1, {}, {}}
end
redis.call('SET', lock, token, 'PX', settings.lease_ms)
return {1, ids, grown}
