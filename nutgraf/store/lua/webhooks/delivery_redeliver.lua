-- Redeliver a delivery: start its retry schedule again.
--
-- KEYS USED
--   ng:webhook:<id>   hash        r  the endpoint
--   ng:delivery:<id>  hash        r  the delivery
--   ng:sending        sorted set  r  deliveries in flight by when the lease ends
--   via lib/outbox.lua: redeliver
-- ARGV
--   1  id      of the delivery
--   2  tenant  who asks; must own the delivery
-- RETURNS
--   'queued' (also while an attempt is in flight) | 'unknown' | 'gone': its subject was deleted | 'disabled'

local id, tenant = ARGV[1], ARGV[2]
local owner, purged, endpoint = unpack(redis.call('HMGET', delivery_key(id), 'tenant', 'purged', 'endpoint'))
if owner ~= tenant then return 'unknown' end
if purged then return 'gone' end
if endpoint ~= '' and redis.call('HGET', endpoint_key(endpoint), 'enabled') ~= '1' then return 'disabled' end
if not redis.call('ZSCORE', 'ng:sending', id) then redeliver(id, now_ms()) end
return 'queued'
