-- Claim a dispatched delivery for one webhook worker, under a token and a lease.
--
-- KEYS USED
--   ng:webhook:<id>              hash        r   the endpoint
--   ng:callback-secret:<tenant>  hash        r   secrets that sign the tenant's callbacks
--   ng:delivery:<id>             hash        rw  the delivery
--   ng:sending                   sorted set  rw  deliveries in flight by when the lease ends
--   via lib/outbox.lua: end_delivery, finish_attempt, schedule_lane
--   via lib/room.lua: use_reserved_room
-- ARGV
--   1  id     of the delivery
--   2  token  random; proves the claim
-- RETURNS
--   {'claimed', tenant, endpoint, event, subject, facts, created_at, tries, url, style, payload, secret, old_secret},
--   with '' for a missing value
--   {reason}: 'gone', 'finished', 'not_dispatched', 'leased' or 'disabled'

local id, token = ARGV[1], ARGV[2]
local key = delivery_key(id)
local now = now_ms()
use_reserved_room()
local status, holder, lane, tenant, endpoint = unpack(redis.call('HMGET', key, 'status', 'token', 'lane', 'tenant',
  'endpoint'))
if not status then return {'gone'} end
if not redis.call('ZSCORE', 'ng:sending', id) then return {'not_dispatched'} end
if holder and holder ~= token then return {'leased'} end
if status ~= 'pending' then
  finish_attempt(id, lane)
  schedule_lane(lane)
  return {'finished'}
end

local from = endpoint == '' and 'ng:callback-secret:' .. tenant or endpoint_key(endpoint)
local secret, old_secret, old_until, enabled, url, style = unpack(redis.call('HMGET', from, 'secret', 'old_secret',
  'old_until', 'enabled', 'url', 'payload'))
if not secret or (endpoint ~= '' and enabled ~= '1') then
  finish_attempt(id, lane)
  end_delivery(id, 'failed', now)
  schedule_lane(lane)
  return {'disabled'}
end
if not old_secret or tonumber(old_until) <= now then old_secret = '' end
redis.call('HSET', key, 'token', token)
redis.call('ZADD', 'ng:sending', now + settings.webhook_lease_ms, id)
local event, subject, facts, created_at, tries, own_url, payload = unpack(redis.call('HMGET', key, 'event', 'subject',
  'facts', 'created_at', 'tries', 'url', 'payload'))
return {'claimed', tenant, endpoint, event, subject, facts or '', created_at, tries, own_url ~= '' and own_url or url,
  style or 'thin', payload or '', secret, old_secret}
