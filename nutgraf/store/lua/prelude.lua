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
-- whose turn it is, and as many nudges are under way as articles wait. Its name has its number, which tells whether it was
-- overtaken, when it was sent, and how often one was sent in vain before.
local function owe_nudge(now, resends)
  local number = redis.call('HINCRBY', 'ng:queue', 'sent', 1)
  local nudge = string.format('%d:%d:%d', number, now, resends or 0)
  redis.call('ZADD', 'ng:nudges', number, nudge)
  return nudge
end

-- When an article's turn comes: start-time fair queueing (Goyal, Vin and Cheng, 1996), so that a tenant with a thousand
-- articles delays another's one by no more than the article in work. Turns are counted in bytes of text, for an
-- analysis takes as long as its text is; each tenant's turns follow on each other, and the first is that of
-- the article taken last.
local ARTICLE_OVERHEAD = 500 -- bytes of text that take as long as an article's own handling

local function turn_of(id)
  local key = article_key(id)
  local turn, tenant = unpack(redis.call('HMGET', key, 'turn', 'tenant'))
  if turn then return turn end
  local present = tonumber(redis.call('HGET', 'ng:queue', 'turn') or 0)
  turn = math.max(present, tonumber(redis.call('HGET', 'ng:turns', tenant) or 0))
  redis.call('HSET', 'ng:turns', tenant, turn + ARTICLE_OVERHEAD + redis.call('HSTRLEN', key, 'text'))
  redis.call('HSET', key, 'turn', turn)
  return turn
end

-- Puts an article into the queue; one that was there before gets its old place. Gives the nudge to be sent for it.
local function enqueue(id, now)
  redis.call('HSET', article_key(id), 'status', 'queued')
  redis.call('HDEL', article_key(id), 'token')
  redis.call('ZREM', 'ng:leased', id)
  redis.call('ZADD', 'ng:queued', turn_of(id), id)
  return owe_nudge(now)
end

-- Counts an article among its tenant's unfinished ones.
local function enter_line(tenant) redis.call('HINCRBY', 'ng:unfinished', tenant, 1) end

-- Takes an article out of the queue or out of a worker's hands, for good.
local function leave_line(id, tenant)
  if redis.call('ZREM', 'ng:queued', id) + redis.call('ZREM', 'ng:leased', id) == 0 then return end
  if redis.call('HINCRBY', 'ng:unfinished', tenant, -1) > 0 then return end
  redis.call('HDEL', 'ng:unfinished', tenant)
  redis.call('HDEL', 'ng:turns', tenant)
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
  redis.call('HDEL', key, 'token', 'flight', 'turn')
  leave_line(id, tenant)
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
