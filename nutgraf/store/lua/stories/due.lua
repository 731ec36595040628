-- Lease the stories that are due to be published; the caller must send a nudge for each.
--
-- KEYS USED
--   ng:queued           sorted set  r   waiting articles by turn
--   ng:story:<id>       hash        rw  the story
--   ng:stories:changed  sorted set  rw  stories that wait to be published, by when they are due
--   ng:stories:telling  sorted set  rw  stories that are being published, by when the lease ends
-- ARGV
--   1  limit  stories that may be leased at once, over all workers
-- RETURNS
--   {story, …}

local now = now_ms()
for _, id in ipairs(redis.call('ZRANGEBYSCORE', PUBLISHING, '-inf', now)) do
  redis.call('ZREM', PUBLISHING, id)
  redis.call('ZADD', CHANGED, now, id)
end
local found = {}
local room = tonumber(ARGV[1]) - redis.call('ZCARD', PUBLISHING)
if room <= 0 then return found end
-- While no article waits, publishing delays no analysis, so stories need not rest.
local until_ms = redis.call('ZCARD', 'ng:queued') > 0 and now or '+inf'
for _, id in ipairs(redis.call('ZRANGEBYSCORE', CHANGED, '-inf', until_ms, 'LIMIT', 0, room)) do
  redis.call('ZREM', CHANGED, id)
  if redis.call('EXISTS', story_key(id)) == 1 then
    -- A story that keeps ending its workers is tried ever more rarely.
    local tries = redis.call('HINCRBY', story_key(id), 'tries', 1)
    redis.call('ZADD', PUBLISHING, now + settings.lease_ms * 2 ^ math.min(tries - 1, 10), id)
    found[#found + 1] = id
  end
end
return found
