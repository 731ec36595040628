-- Gives an endpoint, or a tenant's callbacks, a new secret; the old one signs too until its grace is over.
-- ARGV: id ('' for callbacks), tenant, secret, grace_ms. Gives 1, or 0 when there is no such endpoint.
local id, tenant, secret, grace_ms = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local key = id == '' and 'ng:callback-secret:' .. tenant or endpoint_key(id)
if id ~= '' and redis.call('HGET', key, 'tenant') ~= tenant then return 0 end
local current = redis.call('HGET', key, 'secret')
if current == secret then return 1 end
redis.call('HSET', key, 'secret', secret)
if current and grace_ms > 0 then
  redis.call('HSET', key, 'old_secret', current, 'old_until', now_ms() + grace_ms)
else
  redis.call('HDEL', key, 'old_secret', 'old_until')
end
return 1
