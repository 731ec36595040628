-- Deliveries of webhooks: one per event and receiver, made in the step that makes the event.
-- A delivery waits in the lane of its receiver, ordered by when it is due; a lane stands in one of two queues:
-- that of receivers whose last answer was quick and good, or that of suspects, who may only hold half of the senders.

local SCHEDULE_MS = 5 * 86400000  -- longer than any schedule
local BREAKER_FAILURES, BREAKER_MS, BREAKER_LONGEST_MS = 5, 30000, 600000
local MOST_LOSSES = 20  -- senders that one delivery may take down
local MOST_LOGGED = 50
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

-- An id in the shape of all others: 48 bits of milliseconds, then 80 bits that no other delivery has. They begin with
-- a running number, so that what happens within one millisecond is delivered in its order.
local function delivery_id(seed, now)
  local number = redis.call('INCR', 'ng:delivery-number')
  local hash = redis.sha1hex(seed .. ':' .. now .. ':' .. number)
  local tail = base32(number % 2 ^ 20, 4)
  for at = 1, 11, 5 do tail = tail .. base32(tonumber(string.sub(hash, at, at + 4), 16), 4) end
  return 'dlv_' .. base32(now, 10) .. tail
end

-- Puts a lane where the dispatcher finds it when its first delivery is due and its breaker is closed.
local function schedule(lane)
  redis.call('ZREM', 'ng:lanes:proven', lane)
  redis.call('ZREM', 'ng:lanes:suspect', lane)
  local first = redis.call('ZRANGE', lane_key(lane), 0, 0, 'WITHSCORES')
  if not first[1] then return end
  local proven, open_until = unpack(redis.call('HMGET', health_key(lane), 'proven', 'open_until'))
  local due = math.max(tonumber(first[2]), tonumber(open_until or 0))
  redis.call('ZADD', proven == '1' and 'ng:lanes:proven' or 'ng:lanes:suspect', due, lane)
end

-- Keeps the way from whatever a delivery tells about to the delivery, for as long as that can be there.
local function link(id, until_ms, now)
  for subject in string.gmatch(redis.call('HGET', delivery_key(id), 'about'), '%S+') do
    local key = 'ng:delivered:' .. subject
    redis.call('SADD', key, id)
    if redis.call('PTTL', key) < until_ms - now then redis.call('PEXPIREAT', key, until_ms) end
  end
end

local function wait_until(id, lane, due, now)
  redis.call('HSET', delivery_key(id), 'due', due)
  link(id, due + SCHEDULE_MS + settings.webhook_log_ttl_ms, now)
  redis.call('ZADD', lane_key(lane), due, id)
  schedule(lane)
end

local function enqueue_delivery(event, tenant, subject, facts, endpoint, lane, url, now, also)
  local id = delivery_id(lane .. event .. subject, now)
  redis.call('HSET', delivery_key(id), 'tenant', tenant, 'endpoint', endpoint, 'lane', lane, 'url', url,
    'event', event, 'subject', subject, 'about', subject .. ' ' .. (also or ''), 'facts', facts, 'status', 'pending', 'created_at', now,
    'tries', 0, 'attempts', 0)
  redis.call('ZADD', log_key(tenant, endpoint), now, id)
  redis.call('PEXPIRE', log_key(tenant, endpoint), SCHEDULE_MS + settings.webhook_log_ttl_ms)
  wait_until(id, lane, now, now)
  return id
end

local function is_subscribed(events, event) return string.find(',' .. (events or '') .. ',', ',' .. event .. ',', 1, true) end

-- Makes a delivery for every receiver that wants to hear of an event.
local function enqueue_deliveries(event, tenant, subject, facts, now, also)
  for _, endpoint in ipairs(redis.call('ZRANGE', endpoints_key(tenant), 0, -1)) do
    local enabled, events = unpack(redis.call('HMGET', endpoint_key(endpoint), 'enabled', 'events'))
    if enabled == '1' and is_subscribed(events, event) then
      enqueue_delivery(event, tenant, subject, facts, endpoint, endpoint, '', now, also)
    end
  end
  local url, events = unpack(redis.call('HMGET', article_key(subject), 'callback_url', 'callback_events'))
  if url and url ~= '' and is_subscribed(events, event) then
    local origin = string.match(url, '^%a+://[^/?]+')
    enqueue_delivery(event, tenant, subject, facts, '', 'callback:' .. tenant .. ':' .. origin, url, now, also)
  end
end

-- Takes a delivery out of the air; what becomes of it is the caller's to say.
local function finish_attempt(id, lane)
  redis.call('ZREM', 'ng:sending', id)
  redis.call('SREM', 'ng:sending:suspects', id)
  redis.call('SREM', in_flight_key(lane), id)
  redis.call('HDEL', delivery_key(id), 'token')
end

local function end_delivery(id, status, now)
  local key = delivery_key(id)
  local tenant, endpoint, lane = unpack(redis.call('HMGET', key, 'tenant', 'endpoint', 'lane'))
  redis.call('HSET', key, 'status', status)
  redis.call('HDEL', key, 'due')
  redis.call('PEXPIRE', key, settings.webhook_log_ttl_ms)
  link(id, now + settings.webhook_log_ttl_ms, now)
  redis.call('ZREM', lane_key(lane), id)
  redis.call('ZREMRANGEBYSCORE', log_key(tenant, endpoint), '-inf', now - settings.webhook_log_ttl_ms - SCHEDULE_MS)
end

-- Removes what deliveries tell about a thing that is deleted; those that still wait are canceled.
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
        schedule(lane)
      end
    end
  end
  redis.call('DEL', 'ng:delivered:' .. subject)
end

-- What was told about one story is from now on told about another.
local function inherit_deliveries(heir, absorbed)
  local from, to = 'ng:delivered:' .. absorbed, 'ng:delivered:' .. heir
  local ttl_ms = math.max(redis.call('PTTL', from), redis.call('PTTL', to))
  if ttl_ms <= 0 then return end
  redis.call('SUNIONSTORE', to, to, from)
  redis.call('PEXPIRE', to, ttl_ms)
end

local function disable(endpoint, reason, now)
  local key = endpoint_key(endpoint)
  if redis.call('HGET', key, 'enabled') ~= '1' then return end
  redis.call('HSET', key, 'enabled', '0', 'disabled_reason', reason)
  enqueue_deliveries('webhook.disabled', redis.call('HGET', key, 'tenant'), endpoint, cjson.encode({reason = reason}), now)
end

-- Starts a delivery's schedule again, with the same id and the same bytes. It must be neither purged nor in the air.
local function redeliver(id, now)
  local key = delivery_key(id)
  redis.call('PERSIST', key)
  redis.call('HSET', key, 'status', 'pending', 'tries', 0, 'losses', 0)
  local lane = redis.call('HGET', key, 'lane')
  -- Somebody asks for it by hand, so the receiver is believed to be well again.
  redis.call('HDEL', health_key(lane), 'open_until')
  wait_until(id, lane, now, now)
end
