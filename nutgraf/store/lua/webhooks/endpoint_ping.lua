-- Sends an endpoint an event of its own. ARGV: id, tenant. Gives {outcome, delivery}: 'queued', 'unknown' or 'disabled'.
local id, tenant = ARGV[1], ARGV[2]
local owner, enabled = unpack(redis.call('HMGET', endpoint_key(id), 'tenant', 'enabled'))
if owner ~= tenant then return {'unknown'} end
if enabled ~= '1' then return {'disabled'} end
return {'queued', enqueue_delivery('webhook.ping', tenant, id, '', id, id, '', now_ms())}
