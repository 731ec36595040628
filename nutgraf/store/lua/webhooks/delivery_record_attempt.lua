-- Writes down an attempt and what follows from it, for the delivery and for its receiver.
-- ARGV: id, token, attempt (JSON), answer, verdict ('delivered', 'retry', 'failed', 'gone'), delay_ms, pause_ms,
-- proven ('1': a quick success). Gives 1, or 0 when the lease is lost.
local id, token, attempt, answer, verdict = unpack(ARGV, 1, 5)
local delay_ms, pause_ms, proven = tonumber(ARGV[6]), tonumber(ARGV[7]), ARGV[8]
local key = delivery_key(id)
local holder, lane, endpoint, status, purged = unpack(redis.call('HMGET', key, 'token', 'lane', 'endpoint', 'status',
  'purged'))
if holder ~= token then return 0 end

local now = now_ms()
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
  -- Failures of what was in the air when the breaker opened don't open it wider.
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
    wait_until(id, lane, now + delay_ms, now)
  else
    end_delivery(id, verdict == 'delivered' and 'delivered' or 'failed', now)
  end
end
schedule(lane)

if endpoint ~= '' and verdict ~= 'delivered' then
  if verdict == 'gone' then
    disable(endpoint, 'gone', now)
  elseif tonumber(redis.call('HGET', health, 'failing_since')) <= now - settings.webhook_disable_after_ms then
    disable(endpoint, 'failing', now)
  end
end
return 1
