-- Queue articles again whose leases ran out, and replace nudges that were lost.
--
-- KEYS USED
--   ng:article:<id>  hash        r   the article
--   ng:queued        sorted set  r   waiting articles by turn
--   ng:waiting       sorted set  rw  waiting articles by time of acceptance
--   ng:leased        sorted set  rw  claimed articles, and followers, by when the lease ends
--   ng:turns         sorted set  w   next turn of each tenant
--   ng:unfinished    hash        w   number of unfinished articles of each tenant
--   ng:nudges        sorted set  rw  nudges that no worker has received yet, by number
--   ng:pace          hash        rw  counters of nudges and claims, and the current turn
--   ng:swept         string      w   set while another sweep has just run
--   via lib/article_end.lua: fail, release_followers
--   via lib/queue.lua: cost_of, enqueue, new_nudge
--   via lib/room.lua: correct_reserved_room, use_reserved_room
-- ARGV
--   1  limit  leases and nudges to handle at most
-- RETURNS
--   {nudges that the caller must send, number of articles that failed}

local MOST_COUNTED = 50  -- unfinished articles up to which a sweep adds up their sizes
local limit, resend_after_ms = tonumber(ARGV[1]), settings.resend_after_ms
use_reserved_room()
-- Every worker calls this, but one sweep at a time is enough.
if not redis.call('SET', 'ng:swept', '1', 'NX', 'PX', settings.sweep_pause_ms) then return {{}, 0} end
local now = now_ms()
local send, failed = {}, 0

for _, id in ipairs(redis.call('ZRANGEBYSCORE', 'ng:leased', '-inf', now, 'LIMIT', 0, limit)) do
  local status, deadline = unpack(redis.call('HMGET', article_key(id), 'status', 'deadline'))
  local lease_until = tonumber(redis.call('ZSCORE', 'ng:leased', id))
  if not status then
    redis.call('ZREM', 'ng:leased', id)
  elseif status == 'processing' and lease_until >= tonumber(deadline) then
    -- The lease was renewed up to the deadline: the analysis hangs, and would hang again.
    fail(id, 'analysis_timeout', 'The analysis did not end in time.', now)
    failed = failed + 1
  else
    release_followers(id, now)
    if status == 'processing' then redis.call('HINCRBY', 'ng:pace', 'leases_lost', 1) end
    send[#send + 1] = enqueue(id, now)
  end
end

local queued, recorded = redis.call('ZCARD', 'ng:queued'), redis.call('ZCARD', 'ng:nudges')
-- With an empty queue, nudges that are still in the broker will find nothing, and no order of turns is left to keep.
if queued == 0 then redis.call('DEL', 'ng:nudges', 'ng:waiting') end
local unfinished = queued + redis.call('ZCARD', 'ng:leased')
if unfinished == 0 then redis.call('DEL', 'ng:turns', 'ng:unfinished') end
-- An earlier release gives no room back.
if unfinished <= MOST_COUNTED then
  local units = 0
  for _, queue in ipairs({'ng:queued', 'ng:leased'}) do
    for _, id in ipairs(redis.call('ZRANGE', queue, 0, -1)) do units = units + cost_of(id) end
  end
  correct_reserved_room(units)
end
-- An earlier release takes articles out of the queue alone.
local longest = redis.call('ZRANGE', 'ng:waiting', 0, 0)[1]
if longest and not redis.call('ZSCORE', 'ng:queued', longest) then redis.call('ZREM', 'ng:waiting', longest) end
-- An earlier release queues articles without recording nudges.
for _ = recorded + 1, math.min(queued, recorded + limit) do send[#send + 1] = new_nudge(now) end

-- A nudge counts as lost when later ones were claimed `resend_after_ms` ago, or when nothing was claimed for so long
-- and no lease is held. A long queue alone is no sign of loss, so that its nudges are not sent twice.
local pace = redis.call('HMGET', 'ng:pace', 'claimed', 'claimed_at', 'mark', 'mark_at', 'overtaken')
local claimed, claimed_at, mark = tonumber(pace[1] or 0), tonumber(pace[2] or 0), tonumber(pace[3] or 0)
local mark_at, overtaken = tonumber(pace[4] or 0), tonumber(pace[5] or 0)
if mark_at <= now - resend_after_ms then
  overtaken = mark
  local per_second = mark_at > 0 and (claimed - mark) * 1000 / (now - mark_at) or 0
  redis.call('HSET', 'ng:pace', 'mark', claimed, 'mark_at', now, 'overtaken', overtaken,
    'per_second', per_second)
end
local idle = redis.call('ZCARD', 'ng:leased') == 0 and claimed_at <= now - resend_after_ms
local upto = idle and '+inf' or ('(' .. string.format('%d', overtaken))
for _, nudge in ipairs(redis.call('ZRANGEBYSCORE', 'ng:nudges', '-inf', upto, 'LIMIT', 0, limit)) do
  local sent_at, resends = string.match(nudge, ':(%d+):(%d+)$')
  -- The queue is also idle while workers do other work: each time a nudge is resent, the wait doubles.
  if tonumber(sent_at) <= now - resend_after_ms * 2 ^ math.min(tonumber(resends), 6) then
    redis.call('ZREM', 'ng:nudges', nudge)
    redis.call('HINCRBY', 'ng:pace', 'sent_again', 1)
    send[#send + 1] = new_nudge(now, tonumber(resends) + 1)
  end
end
return {send, failed}
