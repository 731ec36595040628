-- Removes an endpoint; the dispatcher ends what still waits for it. ARGV: id, tenant. Gives 1, or 0 when there is none.
local id, tenant = ARGV[1], ARGV[2]
if redis.call('HGET', endpoint_key(id), 'tenant') ~= tenant then return 0 end
redis.call('DEL', endpoint_key(id), health_key(id))
redis.call('ZREM', endpoints_key(tenant), id)
-- What waits for its next attempt is ended at once, not when that would be due.
for _, queue in ipairs({'ng:lanes:proven', 'ng:lanes:suspect'}) do
  if redis.call('ZSCORE', queue, id) then redis.call('ZADD', queue, now_ms(), id) end
end
return 1
