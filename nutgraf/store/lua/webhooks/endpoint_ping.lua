-- Create a `webhook.ping` delivery for an endpoint.
--
-- KEYS USED
--   ng:webhook:<id>  hash  r  the endpoint
--   via lib/outbox.lua: enqueue_delivery
-- ARGV
--   1  id      of the endpoint
--   2  tenant  who asks; must own the endpoint
-- RETURNS
--   {'queued', delivery} | {'unknown'} | {'disabled'}

local id, tenant = ARGV[1], ARGV[2]
local owner, enabled = unpack(redis.call('HMGET', endpoint_key(id), 'tenant', 'enabled'))
if owner ~= tenant then return {'unknown'} end
if enabled ~= '1' then return {'disabled'} end
return {'queued', enqueue_delivery('webhook.ping', tenant, id, '', id, id, '', now_ms())}
