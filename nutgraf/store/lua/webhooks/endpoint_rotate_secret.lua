-- Replace the secret of an endpoint or of a tenant's callbacks; the old one also signs during a grace period.
--
-- KEYS USED
--   ng:webhook:<id>              hash  rw  the endpoint
--   ng:callback-secret:<tenant>  hash  rw  secrets that sign the tenant's callbacks
-- ARGV
--   1  id        of the endpoint; '' for callbacks
--   2  tenant    owner
--   3  secret    new
--   4  grace_ms  how long the old secret also signs
-- RETURNS
--   1, or 0 if there is no such endpoint

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
