-- Adds an endpoint. ARGV: id, tenant, url, events, description, payload, secret, enabled. Gives 'created' or 'full'.
local id, tenant, url, events, description, payload, secret = unpack(ARGV, 1, 7)
if redis.call('EXISTS', endpoint_key(id)) == 1 then return 'created' end
if redis.call('ZCARD', endpoints_key(tenant)) >= settings.webhook_max_endpoints then return 'full' end
local now = now_ms()
redis.call('HSET', endpoint_key(id), 'tenant', tenant, 'url', url, 'events', events, 'description', description,
  'payload', payload, 'secret', secret, 'enabled', ARGV[8], 'created_at', now)
if ARGV[8] == '0' then redis.call('HSET', endpoint_key(id), 'disabled_reason', 'operator') end
redis.call('ZADD', endpoints_key(tenant), now, id)
return 'created'
