-- Change fields of an endpoint; a new URL or `enabled` resets its circuit breaker.
--
-- KEYS USED
--   ng:webhook:<id>   hash  rw  the endpoint
--   ng:health:<lane>  hash  w   circuit breaker of the lane
--   via lib/outbox.lua: schedule_lane
-- ARGV
--   1   id       of the endpoint
--   2   tenant   who asks; must own the endpoint
--   3…  change…  field, value, field, value, …
-- RETURNS
--   1, or 0 if there is no such endpoint

local id, tenant = ARGV[1], ARGV[2]
local key = endpoint_key(id)
if redis.call('HGET', key, 'tenant') ~= tenant then return 0 end
for at = 3, #ARGV, 2 do
  redis.call('HSET', key, ARGV[at], ARGV[at + 1])
  if ARGV[at] == 'enabled' then
    redis.call('DEL', health_key(id))
    redis.call('HDEL', key, 'disabled_reason')
    if ARGV[at + 1] == '0' then redis.call('HSET', key, 'disabled_reason', 'operator') end
  elseif ARGV[at] == 'url' then
    redis.call('DEL', health_key(id))
  end
end
schedule_lane(id)
return 1
