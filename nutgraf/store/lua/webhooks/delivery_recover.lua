-- Redeliver an endpoint's failed deliveries of a period, one batch a call.
--
-- KEYS USED
--   ng:webhook:<id>      hash        r  the endpoint
--   ng:delivery:<id>     hash        r  the delivery
--   ng:deliveries:<log>  sorted set  r  log of deliveries by creation time
--   via lib/outbox.lua: redeliver
-- ARGV
--   1  endpoint  id
--   2  tenant    who asks; must own the endpoint
--   3  since_ms  begin of the period
--   4  until_ms  end of the period
--   5  offset    deliveries of the period to skip
--   6  batch     deliveries to check
-- RETURNS
--   {outcome, number redelivered, number checked}; the outcome is 'queued', 'unknown' or 'disabled'
--   The caller repeats this with a higher offset until 0 are checked.

local endpoint, tenant = ARGV[1], ARGV[2]
local owner, enabled = unpack(redis.call('HMGET', endpoint_key(endpoint), 'tenant', 'enabled'))
if owner ~= tenant then return {'unknown', 0, 0} end
if enabled ~= '1' then return {'disabled', 0, 0} end
local now = now_ms()
local ids = redis.call('ZRANGEBYSCORE', log_key(tenant, endpoint), ARGV[3], ARGV[4], 'LIMIT', ARGV[5], ARGV[6])
local sent = 0
for _, id in ipairs(ids) do
  local status, purged = unpack(redis.call('HMGET', delivery_key(id), 'status', 'purged'))
  if status == 'failed' and not purged then
    redeliver(id, now)
    sent = sent + 1
  end
end
return {'queued', sent, #ids}
