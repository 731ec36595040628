-- Finds what was lost: leases that ran out and nudges that never arrived.
-- ARGV: limit. Gives {nudges to be sent, articles failed}.
local limit, resend_after_ms = tonumber(ARGV[1]), settings.resend_after_ms
-- Every worker sweeps, but one sweep at a time is enough.
if not redis.call('SET', 'ng:swept', '1', 'NX', 'PX', settings.sweep_pause_ms) then return {{}, 0} end
local now = now_ms()
local send, failed = {}, 0

for _, id in ipairs(redis.call('ZRANGEBYSCORE', 'ng:leased', '-inf', now, 'LIMIT', 0, limit)) do
  local status, deadline = unpack(redis.call('HMGET', article_key(id), 'status', 'deadline'))
  local lease_until = tonumber(redis.call('ZSCORE', 'ng:leased', id))
  if not status then
    redis.call('ZREM', 'ng:leased', id)
  elseif status == 'processing' and lease_until >= tonumber(deadline) then
    -- The lease was renewed up to the deadline: the analysis hung, and would hang again.
    fail(id, 'analysis_timeout', 'The analysis did not end in time.', now)
    failed = failed + 1
  else
    release_followers(id, now)
    if status == 'processing' then redis.call('HINCRBY', 'ng:pace', 'leases_lost', 1) end
    send[#send + 1] = enqueue(id, now)
  end
end

local queued, owed = redis.call('ZCARD', 'ng:queued'), redis.call('ZCARD', 'ng:nudges')
-- Nudges that are still under way find nothing, as those of canceled articles; and nobody's turn comes after another's.
if queued == 0 then redis.call('DEL', 'ng:nudges', 'ng:waiting') end
if queued == 0 and redis.call('ZCARD', 'ng:leased') == 0 then redis.call('DEL', 'ng:turns', 'ng:unfinished') end
-- An earlier release takes an article out of the queue without telling how long it waited.
local longest = redis.call('ZRANGE', 'ng:waiting', 0, 0)[1]
if longest and not redis.call('ZSCORE', 'ng:queued', longest) then redis.call('ZREM', 'ng:waiting', longest) end
-- Articles that an earlier release put into the queue came without such nudges.
for _ = owed + 1, math.min(queued, owed + limit) do send[#send + 1] = new_nudge(now) end

-- Long queues are not sent twice: a nudge counts as lost when later ones were claimed a while ago already,
-- or when nothing has been claimed for a while and nothing is being worked on.
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
  -- Workers that are busy with other things leave a queue idle too: each nudge waits twice as long as the last.
  if tonumber(sent_at) <= now - resend_after_ms * 2 ^ math.min(tonumber(resends), 6) then
    redis.call('ZREM', 'ng:nudges', nudge)
    redis.call('HINCRBY', 'ng:pace', 'sent_again', 1)
    send[#send + 1] = new_nudge(now, tonumber(resends) + 1)
  end
end
return {send, failed}
