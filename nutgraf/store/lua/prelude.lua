-- What the scripts of articles share.

local function article_key(id) return 'ng:article:' .. id end
local function gone_key(id) return 'ng:gone:' .. id end
-- An article stands in its tenant's index, and in one for each way of looking it up.
local function index_key(tenant, name) return 'ng:index:' .. tenant .. ':' .. name end
local function analysis_key(tenant, fingerprint, digest)
  return 'ng:analysis:' .. tenant .. ':' .. fingerprint .. ':' .. digest
end
-- The embedding of the document that an analysis was made of, and where its sentences stand.
local function meaning_key(analysis) return analysis .. ':meaning' end
local function sentences_key(analysis) return analysis .. ':sentences' end

-- Gives the name of a nudge that the caller must send. A nudge belongs to no article: whoever gets it takes the one
-- whose turn it is, and never fewer nudges are known than articles wait. Its name is made of its number, by which a sweep
-- sees that later ones came first; when it was sent; and how often it was sent before in vain.
local function owe_nudge(now, resends)
  local number = redis.call('HINCRBY', 'ng:pace', 'sent', 1)
  local nudge = string.format('%d:%d:%d', number, now, resends or 0)
  redis.call('ZADD', 'ng:nudges', number, nudge)
  return nudge
end

-- The turn of the article that was taken last; at first, the end of the queue that an earlier release has left.
local function present_turn()
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
  turn = math.max(present_turn(), tonumber(redis.call('ZSCORE', 'ng:turns', tenant) or 0))
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
  return owe_nudge(now)
end

-- Takes an article out of the queue.
local function dequeue(id)
  redis.call('ZREM', 'ng:waiting', id)
  return redis.call('ZREM', 'ng:queued', id)
end

-- Counts an article among its tenant's unfinished ones.
local function enter_line(tenant) redis.call('HINCRBY', 'ng:unfinished', tenant, 1) end

-- The tenant's next article may have the turn that its last one did not take.
local function hand_back_turn(id, tenant)
  local turn = tonumber(redis.call('HGET', article_key(id), 'turn'))
  local following = tonumber(redis.call('ZSCORE', 'ng:turns', tenant) or 0)
  if turn and following == turn + cost_of(article_key(id)) then redis.call('ZADD', 'ng:turns', turn, tenant) end
end

-- Takes an article out of the queue or out of a worker's hands, for good.
local function leave_line(id, tenant)
  if dequeue(id) == 1 then
    hand_back_turn(id, tenant)
  elseif redis.call('ZREM', 'ng:leased', id) == 0 then
    return
  end
  if redis.call('HINCRBY', 'ng:unfinished', tenant, -1) < 1 then redis.call('HDEL', 'ng:unfinished', tenant) end
end

-- Says that something happened, and to whom it must be delivered, in the same step that makes it happen.
-- `facts` is JSON of what a thin payload tells besides the subject's id; '' for nothing. `also` is the id of another
-- thing that the facts tell about; when it is deleted, they are too.
local function emit(event, tenant, subject, facts, also)
  redis.call('XADD', 'ng:events', 'MAXLEN', '~', settings.events_kept, '*', 'type', event, 'tenant', tenant, 'subject', subject)
  announce(event, tenant, subject, facts or '', now_ms(), also)
end

-- Ends an article's life in one step: its state, its place in the queue, its expiry, its one event.
local function finish(id, status, now)
  local key = article_key(id)
  local tenant = redis.call('HGET', key, 'tenant')
  redis.call('HSET', key, 'status', status, 'completed_at', now, 'expires_at', now + settings.article_ttl_ms)
  leave_line(id, tenant)
  redis.call('HDEL', key, 'token', 'flight', 'turn')
  redis.call('PEXPIRE', key, settings.article_ttl_ms)
  redis.call('SET', gone_key(id), tenant, 'PX', settings.article_ttl_ms + settings.tombstone_ttl_ms)
  emit('article.' .. status, tenant, id)
  if status == 'completed' then await_story(tenant, id, now) end
  redis.call('PUBLISH', 'ng:finished:' .. id, status)
end

-- The articles that wait for another one's analysis of the same document.
local function take_followers(flight)
  local followers = redis.call('SMEMBERS', 'ng:followers:' .. flight)
  redis.call('DEL', 'ng:flight:' .. flight, 'ng:followers:' .. flight)
  return followers
end

-- The leader of a flight ends without an analysis: the next sweep sends its followers on their own way.
local function disband(id, now)
  local flight = redis.call('HGET', article_key(id), 'flight')
  if not flight or redis.call('GET', 'ng:flight:' .. flight) ~= id then return end
  for _, follower in ipairs(take_followers(flight)) do
    if redis.call('ZSCORE', 'ng:leased', follower) then redis.call('ZADD', 'ng:leased', now, follower) end
  end
end

local function fail(id, kind, detail, now)
  redis.call('HSET', article_key(id), 'error_type', kind, 'error_detail', detail)
  disband(id, now)
  finish(id, 'failed', now)
end
