-- Record an attempt and update the delivery, its lane's circuit breaker and its endpoint.
--
-- KEYS USED
--   ng:delivery:<id>  hash  rw  the delivery
--   ng:health:<lane>  hash  rw  circuit breaker of the lane
--   via lib/outbox.lua: disable_endpoint, end_delivery, finish_attempt, schedule_delivery, schedule_lane
--   via lib/room.lua: use_reserved_room
-- ARGV
--   1  id        of the delivery
--   2  token     of the claim
--   3  attempt   JSON
--   4  answer    beginning of the receiver's response
--   5  verdict   'delivered', 'retry', 'failed' or 'gone' (the receiver answered 410)
--   6  delay_ms  until the next attempt of this delivery
--   7  pause_ms  for which the receiver asked to be left alone
--   8  proven    '1' if the attempt was a quick success
-- RETURNS
--   1, or 0 if the lease was lost

local id, token, attempt, answer, verdict = unpack(ARGV, 1, 5)
local delay_ms, pause_ms, proven = tonumber(ARGV[6]), tonumber(ARGV[7]), ARGV[8]
local key = delivery_key(id)
local holder, lane, endpoint, status, purged = unpack(redis.call('HMGET', key, 'token', 'lane', 'endpoint', 'status',
  'purged'))
if holder ~= token then return 0 end

local now = now_ms()
use_reserved_room()
finish_attempt(id, lane)
local number = redis.call('HINCRBY', key, 'attempts', 1)
redis.call('HSET', key, 'attempt:' .. number, attempt)
if not purged then redis.call('HSET', key, 'answer:' .. number, answer) end
redis.call('HDEL', key, 'attempt:' .. number - MOST_LOGGED, 'answer:' .. number - MOST_LOGGED)

local health = health_key(lane)
redis.call('HSET', health, 'proven', proven)
if verdict == 'delivered' then
  redis.call('HDEL', health, 'failures', 'failing_since', 'open_until')
else
  -- Failures of attempts that were in flight when the breaker opened don't extend it.
  local open_until = tonumber(redis.call('HGET', health, 'open_until') or 0)
  local failures = redis.call('HINCRBY', health, 'failures', open_until > now and 0 or 1)
  local open_ms = math.max(pause_ms, open_until - now)
  if failures >= BREAKER_FAILURES and open_until <= now then
    open_ms = math.max(pause_ms, math.min(BREAKER_MS * 2 ^ (failures - BREAKER_FAILURES), BREAKER_LONGEST_MS))
  end
  redis.call('HSETNX', health, 'failing_since', now)
  if open_ms > 0 then redis.call('HSET', health, 'open_until', now + open_ms) end
end
redis.call('PEXPIRE', health, 2 * SCHEDULE_MS)

if status == 'pending' then
  if verdict == 'retry' then
    redis.call('HINCRBY', key, 'tries', 1)
    schedule_delivery(id, lane, now + delay_ms, now)
  else
    end_delivery(id, verdict == 'delivered' and 'delivered' or 'failed', now)
  end
end
schedule_lane(lane)

if endpoint ~= '' and verdict ~= 'delivered' then
  if verdict == 'gone' then
    disable_endpoint(endpoint, 'gone', now)
  elseif tonumber(redis.call('HGET', health, 'failing_since')) <= now - settings.webhook_disable_after_ms then
    disable_endpoint(endpoint, 'failing', now)
  end
end
return 1
