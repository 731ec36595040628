-- Sends again what failed within a time. ARGV: endpoint, tenant, since_ms, until_ms, offset, batch
-- Gives {outcome, sent again, looked at}: outcome 'queued', 'unknown' or 'disabled'. Call on until nothing was looked at.
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
