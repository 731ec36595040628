-- Delete an endpoint; the next dispatch fails the deliveries that wait for it.
--
-- KEYS USED
--   ng:webhook:<id>       hash        rw  the endpoint
--   ng:webhooks:<tenant>  sorted set  w   the tenant's endpoints
--   ng:lanes:proven       sorted set  rw  lanes whose receiver answered well last, by when they are due
--   ng:lanes:suspect      sorted set  rw  all other lanes by when they are due
--   ng:health:<lane>      hash        w   circuit breaker of the lane
-- ARGV
--   1  id      of the endpoint
--   2  tenant  who asks; must own the endpoint
-- RETURNS
--   1, or 0 if there is none

local id, tenant = ARGV[1], ARGV[2]
if redis.call('HGET', endpoint_key(id), 'tenant') ~= tenant then return 0 end
redis.call('DEL', endpoint_key(id), health_key(id))
redis.call('ZREM', endpoints_key(tenant), id)
-- Make its lane due now, so that the dispatch does not wait for the next attempt.
for _, queue in ipairs({'ng:lanes:proven', 'ng:lanes:suspect'}) do
  if redis.call('ZSCORE', queue, id) then redis.call('ZADD', queue, now_ms(), id) end
end
return 1
