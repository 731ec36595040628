-- Create an endpoint, unless the tenant has as many as it may have.
--
-- KEYS USED
--   ng:webhook:<id>       hash        rw  the endpoint
--   ng:webhooks:<tenant>  sorted set  rw  the tenant's endpoints
-- ARGV
--   1  id           of the endpoint; creating one id twice is harmless
--   2  tenant       owner
--   3  url          of the receiver
--   4  events       comma-separated
--   5  description  free text
--   6  payload      'thin' or 'full'
--   7  secret       that signs
--   8  enabled      '1' or '0'
-- RETURNS
--   'created' | 'full'

local id, tenant, url, events, description, payload, secret = unpack(ARGV, 1, 7)
if redis.call('EXISTS', endpoint_key(id)) == 1 then return 'created' end
if redis.call('ZCARD', endpoints_key(tenant)) >= settings.webhook_max_endpoints then return 'full' end
local now = now_ms()
redis.call('HSET', endpoint_key(id), 'tenant', tenant, 'url', url, 'events', events, 'description', description,
  'payload', payload, 'secret', secret, 'enabled', ARGV[8], 'created_at', now)
if ARGV[8] == '0' then redis.call('HSET', endpoint_key(id), 'disabled_reason', 'operator') end
redis.call('ZADD', endpoints_key(tenant), now, id)
return 'created'
