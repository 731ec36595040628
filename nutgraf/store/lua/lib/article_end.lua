-- The ends of an article's life, which several scripts bring about.

-- Says that something happened, and to whom it must be delivered, in the same step that makes it happen.
-- `facts` is JSON of what a thin payload tells besides the subject's id; '' for nothing. `also` is the id of another
-- thing that the facts tell about; when it is deleted, they are too.
local function emit(event, tenant, subject, facts, also)
  redis.call('XADD', 'ng:events', 'MAXLEN', '~', settings.events_kept, '*', 'type', event, 'tenant', tenant, 'subject', subject)
  enqueue_deliveries(event, tenant, subject, facts or '', now_ms(), also)
end

-- Ends an article's life in one step: its state, its place in the queue, its expiry, its one event.
local function finish(id, status, now)
  local key = article_key(id)
  local tenant = redis.call('HGET', key, 'tenant')
  redis.call('HSET', key, 'status', status, 'completed_at', now, 'expires_at', now + settings.article_ttl_ms)
  uncount_unfinished(id, tenant)
  redis.call('HDEL', key, 'token', 'flight', 'turn')
  redis.call('PEXPIRE', key, settings.article_ttl_ms)
  redis.call('SET', gone_key(id), tenant, 'PX', settings.article_ttl_ms + settings.tombstone_ttl_ms)
  emit('article.' .. status, tenant, id)
  if status == 'completed' then queue_for_clustering(tenant, id, now) end
  redis.call('PUBLISH', 'ng:finished:' .. id, status)
end

-- The articles that wait for another one's analysis of the same document.
local function take_followers(flight)
  local followers = redis.call('SMEMBERS', 'ng:followers:' .. flight)
  redis.call('DEL', 'ng:flight:' .. flight, 'ng:followers:' .. flight)
  return followers
end

-- The leader of a flight ends without an analysis: the next sweep sends its followers on their own way.
local function release_followers(id, now)
  local flight = redis.call('HGET', article_key(id), 'flight')
  if not flight or redis.call('GET', 'ng:flight:' .. flight) ~= id then return end
  for _, follower in ipairs(take_followers(flight)) do
    if redis.call('ZSCORE', 'ng:leased', follower) then redis.call('ZADD', 'ng:leased', now, follower) end
  end
end

local function fail(id, kind, detail, now)
  redis.call('HSET', article_key(id), 'error_type', kind, 'error_detail', detail)
  release_followers(id, now)
  finish(id, 'failed', now)
end
