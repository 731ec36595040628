-- Hands out the stories that are due to be told; each to one caller, who must send a nudge for it. ARGV: how many may
-- be under way at once. Gives {id, …}.
local now = now_ms()
for _, id in ipairs(redis.call('ZRANGEBYSCORE', TELLING, '-inf', now)) do
  redis.call('ZREM', TELLING, id)
  redis.call('ZADD', CHANGED, now, id)
end
local found = {}
local room = tonumber(ARGV[1]) - redis.call('ZCARD', TELLING)
if room <= 0 then return found end
-- While no article waits, telling keeps nobody from anything, so that no story needs to rest.
local until_ms = redis.call('ZCARD', 'ng:queued') > 0 and now or '+inf'
for _, id in ipairs(redis.call('ZRANGEBYSCORE', CHANGED, '-inf', until_ms, 'LIMIT', 0, room)) do
  redis.call('ZREM', CHANGED, id)
  if redis.call('EXISTS', story_key(id)) == 1 then
    -- One that takes its tellers down is tried ever more seldom.
    local tries = redis.call('HINCRBY', story_key(id), 'tries', 1)
    redis.call('ZADD', TELLING, now + settings.lease_ms * 2 ^ math.min(tries - 1, 10), id)
    found[#found + 1] = id
  end
end
return found
