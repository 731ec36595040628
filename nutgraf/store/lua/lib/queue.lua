-- Order the waiting articles fairly between tenants and count the nudges that are sent for them.
--
-- KEYS USED
--   ng:article:<id>  hash        rw  the article
--   ng:queued        sorted set  rw  waiting articles by turn
--   ng:waiting       sorted set  w   waiting articles by time of acceptance
--   ng:leased        sorted set  w   claimed articles, and followers, by when the lease ends
--   ng:turns         sorted set  rw  next turn of each tenant
--   ng:unfinished    hash        w   number of unfinished articles of each tenant
--   ng:nudges        sorted set  w   nudges that no worker has received yet, by number
--   ng:pace          hash        rw  counters of nudges and claims, and the current turn
--   via lib/room.lua: release_room
-- ARGV
--   none
-- RETURNS
--   nothing; defines local functions

-- Return a new nudge that the caller must send: '<number>:<time sent>:<times resent>'.
-- A nudge names no article; whoever receives it claims the article whose turn it is. At least as many nudges are
-- recorded as articles wait. By the number a sweep recognises that later nudges arrived first.
local function new_nudge(now, resends)
  local number = redis.call('HINCRBY', 'ng:pace', 'sent', 1)
  local nudge = string.format('%d:%d:%d', number, now, resends or 0)
  redis.call('ZADD', 'ng:nudges', number, nudge)
  return nudge
end

-- Return the turn of the article that was claimed last. The first call takes the turn behind the end of the queue
-- instead, for the queue may hold articles of an earlier release; with an equal turn, ids would decide who is next.
local function current_turn()
  local turn = redis.call('HGET', 'ng:pace', 'turn')
  if not turn then
    local last = redis.call('ZREVRANGE', 'ng:queued', 0, 0, 'WITHSCORES')[2]
    turn = last and string.format('%.0f', last + 1) or '0'
    redis.call('HSET', 'ng:pace', 'turn', turn)
  end
  return tonumber(turn)
end

-- What any article costs besides its text, in bytes of text that take as long; `make bench` measures it.
local ARTICLE_OVERHEAD = 1500

local function cost_of_text(bytes) return ARTICLE_OVERHEAD + bytes end
local function cost_of(id) return cost_of_text(redis.call('HSTRLEN', article_key(id), 'text')) end

-- Return an article's turn by start-time fair queueing (Goyal, Vin and Cheng, 1996), and assign it if there is none.
-- A tenant with a thousand articles thus delays another tenant by the articles in work and by one more.
-- Turns are counted in bytes of text, because the time of an analysis grows with its text. A tenant's turns follow
-- each other; a tenant without a recent turn starts at the current one.
local function turn_of(id)
  local key = article_key(id)
  local turn, tenant = unpack(redis.call('HMGET', key, 'turn', 'tenant'))
  if turn then return turn end
  turn = math.max(current_turn(), tonumber(redis.call('ZSCORE', 'ng:turns', tenant) or 0))
  redis.call('ZADD', 'ng:turns', turn + cost_of(id), tenant)
  redis.call('HSET', key, 'turn', turn)
  return turn
end

-- Put an article into the queue and return the nudge to send for it. An article that was queued before gets its old place.
local function enqueue(id, now)
  local key = article_key(id)
  -- During a rolling upgrade a sweep of the earlier release drops articles without `sent_at`.
  redis.call('HSET', key, 'status', 'queued', 'sent_at', now)
  redis.call('HDEL', key, 'token')
  redis.call('ZREM', 'ng:leased', id)
  redis.call('ZADD', 'ng:queued', turn_of(id), id)
  redis.call('ZADD', 'ng:waiting', redis.call('HGET', key, 'created_at'), id)
  return new_nudge(now)
end

-- Take an article out of the queue; return 1 if it was in it, else 0.
local function dequeue(id)
  redis.call('ZREM', 'ng:waiting', id)
  return redis.call('ZREM', 'ng:queued', id)
end

-- Count one more unfinished article of a tenant.
local function count_unfinished(tenant) redis.call('HINCRBY', 'ng:unfinished', tenant, 1) end

-- Give an unused turn back, if it was the tenant's last one, so that the tenant's next article gets it.
local function return_turn(id, tenant)
  local turn = tonumber(redis.call('HGET', article_key(id), 'turn'))
  local following = tonumber(redis.call('ZSCORE', 'ng:turns', tenant) or 0)
  if turn and following == turn + cost_of(id) then redis.call('ZADD', 'ng:turns', turn, tenant) end
end

-- Take an article out of the queue or end its lease for good, and count one unfinished article less.
local function uncount_unfinished(id, tenant)
  if dequeue(id) == 1 then
    return_turn(id, tenant)
  elseif redis.call('ZREM', 'ng:leased', id) == 0 then
    return
  end
  release_room(cost_of(id))
  if redis.call('HINCRBY', 'ng:unfinished', tenant, -1) < 1 then redis.call('HDEL', 'ng:unfinished', tenant) end
end
