-- Who is next, and what says that somebody waits.

-- Gives the name of a nudge that the caller must send. A nudge belongs to no article: whoever gets it takes the one
-- whose turn it is, and never fewer nudges are known than articles wait. Its name is made of its number, by which a sweep
-- sees that later ones came first; when it was sent; and how often it was sent before in vain.
local function new_nudge(now, resends)
  local number = redis.call('HINCRBY', 'ng:pace', 'sent', 1)
  local nudge = string.format('%d:%d:%d', number, now, resends or 0)
  redis.call('ZADD', 'ng:nudges', number, nudge)
  return nudge
end

-- The turn of the article that was taken last; at first, the end of the queue that an earlier release has left.
local function current_turn()
  local turn = redis.call('HGET', 'ng:pace', 'turn')
  if not turn then
    turn = redis.call('ZREVRANGE', 'ng:queued', 0, 0, 'WITHSCORES')[2] or '0'
    redis.call('HSET', 'ng:pace', 'turn', turn)
  end
  return tonumber(turn)
end

-- When an article's turn comes: start-time fair queueing (Goyal, Vin and Cheng, 1996), so that a tenant with a thousand
-- articles delays another's one by those in work and by one more. Turns are counted in bytes of text, for an analysis
-- takes as long as its text is. A tenant's turns follow on each other; who has had none lately begins with the present.
local ARTICLE_OVERHEAD = 1500 -- bytes of text that take as long as what any article takes, as `make bench` shows

local function cost_of(key) return ARTICLE_OVERHEAD + redis.call('HSTRLEN', key, 'text') end

local function turn_of(id)
  local key = article_key(id)
  local turn, tenant = unpack(redis.call('HMGET', key, 'turn', 'tenant'))
  if turn then return turn end
  turn = math.max(current_turn(), tonumber(redis.call('ZSCORE', 'ng:turns', tenant) or 0))
  redis.call('ZADD', 'ng:turns', turn + cost_of(key), tenant)
  redis.call('HSET', key, 'turn', turn)
  return turn
end

-- Puts an article into the queue; one that was there before gets its old place. Gives the nudge to be sent for it.
local function enqueue(id, now)
  local key = article_key(id)
  -- An earlier release's sweep, which may run beside this one while it is replaced, drops what has no `sent_at`.
  redis.call('HSET', key, 'status', 'queued', 'sent_at', now)
  redis.call('HDEL', key, 'token')
  redis.call('ZREM', 'ng:leased', id)
  redis.call('ZADD', 'ng:queued', turn_of(id), id)
  redis.call('ZADD', 'ng:waiting', redis.call('HGET', key, 'created_at'), id)
  return new_nudge(now)
end

-- Takes an article out of the queue.
local function dequeue(id)
  redis.call('ZREM', 'ng:waiting', id)
  return redis.call('ZREM', 'ng:queued', id)
end

-- Counts an article among its tenant's unfinished ones.
local function count_unfinished(tenant) redis.call('HINCRBY', 'ng:unfinished', tenant, 1) end

-- The tenant's next article may have the turn that its last one did not take.
local function return_turn(id, tenant)
  local turn = tonumber(redis.call('HGET', article_key(id), 'turn'))
  local following = tonumber(redis.call('ZSCORE', 'ng:turns', tenant) or 0)
  if turn and following == turn + cost_of(article_key(id)) then redis.call('ZADD', 'ng:turns', turn, tenant) end
end

-- Takes an article out of the queue or out of a worker's hands, for good.
local function uncount_unfinished(id, tenant)
  if dequeue(id) == 1 then
    return_turn(id, tenant)
  elseif redis.call('ZREM', 'ng:leased', id) == 0 then
    return
  end
  if redis.call('HINCRBY', 'ng:unfinished', tenant, -1) < 1 then redis.call('HDEL', 'ng:unfinished', tenant) end
end
