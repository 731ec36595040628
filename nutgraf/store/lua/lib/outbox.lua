-- Create, schedule and end webhook deliveries: one delivery for each event and receiver, made in the step of the event.
-- A lane is the delivery queue of one receiver: an endpoint, or the callbacks of a tenant to one origin. Lanes are
-- scheduled in two queues. A lane is proven while its receiver's last answer was a quick success, else suspect;
-- suspect lanes together may use half of the sending slots.
--
-- KEYS USED
--   ng:article:<id>         hash        r   the article
--   ng:webhook:<id>         hash        rw  the endpoint
--   ng:webhooks:<tenant>    sorted set  r   the tenant's endpoints
--   ng:delivery:<id>        hash        rw  the delivery
--   ng:delivery-number      string      w   counter that orders deliveries of one millisecond
--   ng:deliveries:<log>     sorted set  w   log of deliveries by creation time
--   ng:delivered:<subject>  set         rw  deliveries whose payload is about the subject
--   ng:lane:<lane>          sorted set  rw  waiting deliveries of the lane by when they are due
--   ng:lanes:proven         sorted set  w   lanes whose receiver answered well last, by when they are due
--   ng:lanes:suspect        sorted set  w   all other lanes by when they are due
--   ng:flying:<lane>        set         w   deliveries of the lane that are in flight
--   ng:health:<lane>        hash        rw  circuit breaker of the lane
--   ng:sending              sorted set  w   deliveries in flight by when the lease ends
--   ng:sending:suspects     set         w   deliveries in flight of suspect lanes
-- ARGV
--   none
-- RETURNS
--   nothing; defines local functions

local SCHEDULE_MS = 5 * 86400000  -- longer than any retry schedule
local BREAKER_FAILURES, BREAKER_MS, BREAKER_LONGEST_MS = 5, 30000, 600000
local MOST_LOSSES = 20  -- leases that may run out on one delivery before it fails
local MOST_LOGGED = 50  -- attempts kept in a delivery's log
local DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'

local function endpoint_key(id) return 'ng:webhook:' .. id end
local function endpoints_key(tenant) return 'ng:webhooks:' .. tenant end
local function delivery_key(id) return 'ng:delivery:' .. id end
local function lane_key(lane) return 'ng:lane:' .. lane end
local function in_flight_key(lane) return 'ng:flying:' .. lane end
local function health_key(lane) return 'ng:health:' .. lane end
local function log_key(tenant, endpoint)
  return 'ng:deliveries:' .. (endpoint == '' and 'callback:' .. tenant or endpoint)
end

local function base32(number, length)
  local digits = ''
  for _ = 1, length do
    local digit = number % 32
    digits = string.sub(DIGITS, digit + 1, digit + 1) .. digits
    number = math.floor(number / 32)
  end
  return digits
end

-- Return a new id in the format of all ids: 48 bits of milliseconds, then 80 unique bits. The unique bits begin with a
-- counter, so that events of one millisecond are delivered in their order.
local function delivery_id(seed, now)
  local number = redis.call('INCR', 'ng:delivery-number')
  local hash = redis.sha1hex(seed .. ':' .. now .. ':' .. number)
  local tail = base32(number % 2 ^ 20, 4)
  for at = 1, 11, 5 do tail = tail .. base32(tonumber(string.sub(hash, at, at + 4), 16), 4) end
  return 'dlv_' .. base32(now, 10) .. tail
end

-- Set when a lane is dispatched next: when its first delivery is due and its circuit breaker is closed.
local function schedule_lane(lane)
  redis.call('ZREM', 'ng:lanes:proven', lane)
  redis.call('ZREM', 'ng:lanes:suspect', lane)
  local first = redis.call('ZRANGE', lane_key(lane), 0, 0, 'WITHSCORES')
  if not first[1] then return end
  local proven, open_until = unpack(redis.call('HMGET', health_key(lane), 'proven', 'open_until'))
  local due = math.max(tonumber(first[2]), tonumber(open_until or 0))
  redis.call('ZADD', proven == '1' and 'ng:lanes:proven' or 'ng:lanes:suspect', due, lane)
end

-- Record the delivery under each subject in its payload until `until_ms`, so that deleting a subject can purge it.
local function link_subjects(id, until_ms, now)
  for subject in string.gmatch(redis.call('HGET', delivery_key(id), 'about'), '%S+') do
    local key = 'ng:delivered:' .. subject
    redis.call('SADD', key, id)
    if redis.call('PTTL', key) < until_ms - now then redis.call('PEXPIREAT', key, until_ms) end
  end
end

-- Queue a delivery in its lane for the time `due`.
local function schedule_delivery(id, lane, due, now)
  redis.call('HSET', delivery_key(id), 'due', due)
  link_subjects(id, due + SCHEDULE_MS + settings.webhook_log_ttl_ms, now)
  redis.call('ZADD', lane_key(lane), due, id)
  schedule_lane(lane)
end

-- Create one delivery, due now, and return its id. `url` is '' for an endpoint, whose URL is read when it is sent.
local function enqueue_delivery(event, tenant, subject, facts, endpoint, lane, url, now, related)
  local id = delivery_id(lane .. event .. subject, now)
  redis.call('HSET', delivery_key(id), 'tenant', tenant, 'endpoint', endpoint, 'lane', lane, 'url', url,
    'event', event, 'subject', subject, 'about', subject .. ' ' .. (related or ''), 'facts', facts, 'status', 'pending', 'created_at', now,
    'tries', 0, 'attempts', 0)
  redis.call('ZADD', log_key(tenant, endpoint), now, id)
  redis.call('PEXPIRE', log_key(tenant, endpoint), SCHEDULE_MS + settings.webhook_log_ttl_ms)
  schedule_delivery(id, lane, now, now)
  return id
end

local function is_subscribed(events, event) return string.find(',' .. (events or '') .. ',', ',' .. event .. ',', 1, true) end

-- Create a delivery of an event for each endpoint that subscribes to it and for the article's callback.
local function enqueue_deliveries(event, tenant, subject, facts, now, related)
  for _, endpoint in ipairs(redis.call('ZRANGE', endpoints_key(tenant), 0, -1)) do
    local enabled, events = unpack(redis.call('HMGET', endpoint_key(endpoint), 'enabled', 'events'))
    if enabled == '1' and is_subscribed(events, event) then
      enqueue_delivery(event, tenant, subject, facts, endpoint, endpoint, '', now, related)
    end
  end
  local url, events = unpack(redis.call('HMGET', article_key(subject), 'callback_url', 'callback_events'))
  if url and url ~= '' and is_subscribed(events, event) then
    local origin = string.match(url, '^%a+://[^/?]+')
    enqueue_delivery(event, tenant, subject, facts, '', 'callback:' .. tenant .. ':' .. origin, url, now, related)
  end
end

-- End the lease of a delivery; the caller decides what follows.
local function finish_attempt(id, lane)
  redis.call('ZREM', 'ng:sending', id)
  redis.call('SREM', 'ng:sending:suspects', id)
  redis.call('SREM', in_flight_key(lane), id)
  redis.call('HDEL', delivery_key(id), 'token')
end

-- Set the last status of a delivery and start its expiry.
local function end_delivery(id, status, now)
  local key = delivery_key(id)
  local tenant, endpoint, lane = unpack(redis.call('HMGET', key, 'tenant', 'endpoint', 'lane'))
  redis.call('HSET', key, 'status', status)
  redis.call('HDEL', key, 'due')
  redis.call('PEXPIRE', key, settings.webhook_log_ttl_ms)
  link_subjects(id, now + settings.webhook_log_ttl_ms, now)
  redis.call('ZREM', lane_key(lane), id)
  redis.call('ZREMRANGEBYSCORE', log_key(tenant, endpoint), '-inf', now - settings.webhook_log_ttl_ms - SCHEDULE_MS)
end

-- Remove the payloads and the answers of all deliveries about a deleted subject, and cancel those that still wait.
local function purge_deliveries(subject, now)
  for _, id in ipairs(redis.call('SMEMBERS', 'ng:delivered:' .. subject)) do
    local key = delivery_key(id)
    local status, attempts, lane = unpack(redis.call('HMGET', key, 'status', 'attempts', 'lane'))
    if status then
      redis.call('HDEL', key, 'payload', 'facts')
      for number = math.max(1, attempts - MOST_LOGGED), tonumber(attempts) do
        redis.call('HDEL', key, 'answer:' .. number)
      end
      redis.call('HSET', key, 'purged', '1')
      if status == 'pending' then
        end_delivery(id, 'canceled', now)
        schedule_lane(lane)
      end
    end
  end
  redis.call('DEL', 'ng:delivered:' .. subject)
end

-- Record the deliveries about a story under another one, too, which has got articles of it.
local function share_subject_links(story, giver)
  local from, to = 'ng:delivered:' .. giver, 'ng:delivered:' .. story
  local ttl_ms = math.max(redis.call('PTTL', from), redis.call('PTTL', to))
  if ttl_ms <= 0 then return end
  redis.call('SUNIONSTORE', to, to, from)
  redis.call('PEXPIRE', to, ttl_ms)
end

-- Disable an endpoint and emit its event.
local function disable_endpoint(endpoint, reason, now)
  local key = endpoint_key(endpoint)
  if redis.call('HGET', key, 'enabled') ~= '1' then return end
  redis.call('HSET', key, 'enabled', '0', 'disabled_reason', reason)
  enqueue_deliveries('webhook.disabled', redis.call('HGET', key, 'tenant'), endpoint, cjson.encode({reason = reason}), now)
end

-- Start a delivery's retry schedule again, with the same id and payload. It must be neither purged nor leased.
local function redeliver(id, now)
  local key = delivery_key(id)
  redis.call('PERSIST', key)
  redis.call('HSET', key, 'status', 'pending', 'tries', 0, 'losses', 0)
  local lane = redis.call('HGET', key, 'lane')
  -- A caller asked for it, so the receiver is assumed to work again: close the circuit breaker.
  redis.call('HDEL', health_key(lane), 'open_until')
  schedule_delivery(id, lane, now, now)
end
