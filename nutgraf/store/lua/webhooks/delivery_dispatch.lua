-- Chooses what is sent next. Whoever calls must nudge the senders with the ids.
-- ARGV: batch. Gives the ids.
local batch = tonumber(ARGV[1])
local now = now_ms()

-- A sender that was lost, or a nudge: the delivery is due again, and no failure of the receiver's.
for _, id in ipairs(redis.call('ZRANGEBYSCORE', 'ng:sending', '-inf', now, 'LIMIT', 0, batch)) do
  local lane, status = unpack(redis.call('HMGET', delivery_key(id), 'lane', 'status'))
  if not lane then
    redis.call('ZREM', 'ng:sending', id)
    redis.call('SREM', 'ng:sending:suspects', id)
  else
    finish_attempt(id, lane)
    if status == 'pending' and redis.call('HINCRBY', delivery_key(id), 'losses', 1) > MOST_LOSSES then
      end_delivery(id, 'failed', now)
      schedule(lane)
    elseif status == 'pending' then
      wait_until(id, lane, now, now)
    else
      schedule(lane)
    end
  end
end

redis.call('ZREMRANGEBYSCORE', 'ng:senders', '-inf', now)
local slots = 0
for _, sender in ipairs(redis.call('ZRANGE', 'ng:senders', 0, -1)) do
  slots = slots + tonumber(string.match(sender, '(%d+)$'))
end
local room = slots - redis.call('ZCARD', 'ng:sending')
local send = {}

local function take(lane, most, suspect)
  local enabled = redis.call('HGET', endpoint_key(lane), 'enabled')
  if enabled ~= '1' and string.sub(lane, 1, 4) == 'whk_' then
    for _, id in ipairs(redis.call('ZRANGE', lane_key(lane), 0, batch - 1)) do
      end_delivery(id, 'failed', now)
    end
    return schedule(lane)
  end
  local free = math.min(room, most - redis.call('SCARD', in_flight_key(lane)))
  if free > 0 then
    for _, id in ipairs(redis.call('ZRANGEBYSCORE', lane_key(lane), '-inf', now, 'LIMIT', 0, free)) do
      redis.call('ZREM', lane_key(lane), id)
      redis.call('ZADD', 'ng:sending', now + settings.webhook_lease_ms, id)
      redis.call('SADD', in_flight_key(lane), id)
      if suspect then redis.call('SADD', 'ng:sending:suspects', id) end
      send[#send + 1] = id
      room = room - 1
    end
  end
  schedule(lane)
  -- A lane that is full comes back when one of its deliveries lands.
  if redis.call('SCARD', in_flight_key(lane)) >= most then
    redis.call('ZREM', suspect and 'ng:lanes:suspect' or 'ng:lanes:proven', lane)
  end
end

local suspects = math.floor(slots / 2) - redis.call('SCARD', 'ng:sending:suspects')
if room > 0 and suspects > 0 then
  local limit = math.min(room, suspects, batch)
  for _, lane in ipairs(redis.call('ZRANGEBYSCORE', 'ng:lanes:suspect', '-inf', now, 'LIMIT', 0, limit)) do
    take(lane, 1, true)
  end
end
if room > 0 then
  for _, lane in ipairs(redis.call('ZRANGEBYSCORE', 'ng:lanes:proven', '-inf', now, 'LIMIT', 0, batch)) do
    if room > 0 then take(lane, settings.webhook_in_flight, false) end
  end
end
return send
