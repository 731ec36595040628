-- Gives a dispatched delivery to one sender for the time of a lease.
-- ARGV: id, token
-- Gives {'claimed', tenant, endpoint, event, subject, facts, created_at, tries, url, style, payload, secret, old_secret},
-- with '' for what there is not, or {reason}: 'gone', 'finished', 'landed', 'leased', 'disabled'.
local id, token = ARGV[1], ARGV[2]
local key = delivery_key(id)
local now = now_ms()
local status, holder, lane, tenant, endpoint = unpack(redis.call('HMGET', key, 'status', 'token', 'lane', 'tenant',
  'endpoint'))
if not status then return {'gone'} end
if not redis.call('ZSCORE', 'ng:sending', id) then return {'landed'} end
if holder and holder ~= token then return {'leased'} end
if status ~= 'pending' then
  finish_attempt(id, lane)
  schedule(lane)
  return {'finished'}
end

local from = endpoint == '' and 'ng:callback-secret:' .. tenant or endpoint_key(endpoint)
local secret, old_secret, old_until, enabled, url, style = unpack(redis.call('HMGET', from, 'secret', 'old_secret',
  'old_until', 'enabled', 'url', 'payload'))
if not secret or (endpoint ~= '' and enabled ~= '1') then
  finish_attempt(id, lane)
  end_delivery(id, 'failed', now)
  schedule(lane)
  return {'disabled'}
end
if not old_secret or tonumber(old_until) <= now then old_secret = '' end
redis.call('HSET', key, 'token', token)
redis.call('ZADD', 'ng:sending', now + settings.webhook_lease_ms, id)
local event, subject, facts, created_at, tries, own_url, payload = unpack(redis.call('HMGET', key, 'event', 'subject',
  'facts', 'created_at', 'tries', 'url', 'payload'))
return {'claimed', tenant, endpoint, event, subject, facts or '', created_at, tries, own_url ~= '' and own_url or url,
  style or 'thin', payload or '', secret, old_secret}
