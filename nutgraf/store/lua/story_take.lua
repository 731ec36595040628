-- Lets one worker at a time group a tenant's articles. ARGV: tenant, token, limit
-- Gives {held, ids}: held 0 when another worker has them. When nothing waits the lock is given back in the same step,
-- so that no article can arrive between the look and the leaving.
local tenant, token = ARGV[1], ARGV[2]
local lock = story_lock_key(tenant)
local holder = redis.call('GET', lock)
if holder and holder ~= token then return {0, {}} end
local ids = redis.call('ZRANGE', story_waiting_key(tenant), 0, tonumber(ARGV[3]) - 1)
if #ids == 0 then
  if holder then redis.call('DEL', lock) end
  redis.call('ZREM', 'ng:stories:tenants', tenant)
else
  redis.call('SET', lock, token, 'PX', settings.lease_ms)
  redis.call('ZADD', 'ng:stories:tenants', now_ms() + settings.lease_ms, tenant)
end
return {1, ids}
