-- Choose and lease the deliveries to send next; the caller must send a nudge for each.
-- Suspect lanes get half of the slots at most and send one delivery at a time; proven lanes send several.
--
-- KEYS USED
--   ng:webhook:<id>      hash        r   the endpoint
--   ng:delivery:<id>     hash        rw  the delivery
--   ng:lane:<lane>       sorted set  rw  waiting deliveries of the lane by when they are due
--   ng:lanes:proven      sorted set  rw  lanes whose receiver answered well last, by when they are due
--   ng:lanes:suspect     sorted set  rw  all other lanes by when they are due
--   ng:flying:<lane>     set         rw  deliveries of the lane that are in flight
--   ng:sending           sorted set  rw  deliveries in flight by when the lease ends
--   ng:sending:suspects  set         rw  deliveries in flight of suspect lanes
--   ng:senders           sorted set  rw  live webhook workers by when they count as lost
--   via lib/outbox.lua: end_delivery, finish_attempt, schedule_delivery, schedule_lane
--   via lib/room.lua: use_reserved_room
-- ARGV
--   1  batch  deliveries and lanes to handle at most
-- RETURNS
--   {delivery, …}

local batch = tonumber(ARGV[1])
local now = now_ms()
use_reserved_room()

-- Leases that ran out: the worker or the nudge was lost. The delivery is due again; the receiver is not blamed.
for _, id in ipairs(redis.call('ZRANGEBYSCORE', 'ng:sending', '-inf', now, 'LIMIT', 0, batch)) do
  local lane, status = unpack(redis.call('HMGET', delivery_key(id), 'lane', 'status'))
  if not lane then
    redis.call('ZREM', 'ng:sending', id)
    redis.call('SREM', 'ng:sending:suspects', id)
  else
    finish_attempt(id, lane)
    if status == 'pending' and redis.call('HINCRBY', delivery_key(id), 'losses', 1) > MOST_LOSSES then
      end_delivery(id, 'failed', now)
      schedule_lane(lane)
    elseif status == 'pending' then
      schedule_delivery(id, lane, now, now)
    else
      schedule_lane(lane)
    end
  end
end

redis.call('ZREMRANGEBYSCORE', 'ng:senders', '-inf', now)
local slots = 0
for _, worker in ipairs(redis.call('ZRANGE', 'ng:senders', 0, -1)) do
  slots = slots + tonumber(string.match(worker, '(%d+)$'))
end
local room = slots - redis.call('ZCARD', 'ng:sending')
local send = {}

-- Lease the due deliveries of a lane, as many as may be in flight at once.
local function lease_from(lane, most, suspect)
  local enabled = redis.call('HGET', endpoint_key(lane), 'enabled')
  if enabled ~= '1' and string.sub(lane, 1, 4) == 'whk_' then
    for _, id in ipairs(redis.call('ZRANGE', lane_key(lane), 0, batch - 1)) do
      end_delivery(id, 'failed', now)
    end
    return schedule_lane(lane)
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
  schedule_lane(lane)
  -- A full lane is scheduled again when one of its attempts ends.
  if redis.call('SCARD', in_flight_key(lane)) >= most then
    redis.call('ZREM', suspect and 'ng:lanes:suspect' or 'ng:lanes:proven', lane)
  end
end

local suspects = math.floor(slots / 2) - redis.call('SCARD', 'ng:sending:suspects')
if room > 0 and suspects > 0 then
  local limit = math.min(room, suspects, batch)
  for _, lane in ipairs(redis.call('ZRANGEBYSCORE', 'ng:lanes:suspect', '-inf', now, 'LIMIT', 0, limit)) do
    lease_from(lane, 1, true)
  end
end
if room > 0 then
  for _, lane in ipairs(redis.call('ZRANGEBYSCORE', 'ng:lanes:proven', '-inf', now, 'LIMIT', 0, batch)) do
    if room > 0 then lease_from(lane, settings.webhook_in_flight, false) end
  end
end
return send
