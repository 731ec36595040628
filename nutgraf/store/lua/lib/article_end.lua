-- End an article: set its last status, take it out of the queue, start its expiry and emit its event.
--
-- KEYS USED
--   ng:article:<id>          hash        rw  the article
--   ng:gone:<id>             string      w   tombstone: tenant of a deleted or expired article
--   ng:leased                sorted set  rw  claimed articles, and followers, by when the lease ends
--   ng:flight:<analysis>     string      rw  id of the article whose claim analyses this document
--   ng:followers:<analysis>  set         rw  articles that wait for this analysis
--   ng:finished:<id>         channel     w   tells waiting clients that the article has ended
--   ng:events                stream      w   the last events
--   via lib/outbox.lua: enqueue_deliveries
--   via lib/queue.lua: uncount_unfinished
--   via lib/story_index.lua: queue_for_clustering
-- ARGV
--   none
-- RETURNS
--   nothing; defines local functions

-- Record an event and create its webhook deliveries, in the step that causes it.
-- `facts` is JSON of the fields that a thin payload has besides the subject's id; '' for none.
-- `related` is the id of a second subject of the facts; deleting it purges the deliveries, too.
local function emit(event, tenant, subject, facts, related)
  redis.call('XADD', 'ng:events', 'MAXLEN', '~', settings.events_kept, '*', 'type', event, 'tenant', tenant, 'subject', subject)
  enqueue_deliveries(event, tenant, subject, facts or '', now_ms(), related)
end

-- End an article in one step: its status, its place in the queue, its expiry, its only event.
local function finish(id, status, now)
  local key = article_key(id)
  local tenant = redis.call('HGET', key, 'tenant')
  redis.call('HSET', key, 'status', status, 'completed_at', now, 'expires_at', now + settings.article_ttl_ms)
  uncount_unfinished(id, tenant)
  redis.call('HDEL', key, 'token', 'flight', 'turn')
  redis.call('PEXPIRE', key, settings.article_ttl_ms)
  redis.call('SET', tombstone_key(id), tenant, 'PX', settings.article_ttl_ms + settings.tombstone_ttl_ms)
  emit('article.' .. status, tenant, id)
  if status == 'completed' then queue_for_clustering(tenant, id, now) end
  redis.call('PUBLISH', 'ng:finished:' .. id, status)
end

-- Return and clear the articles that wait for the analysis of an equal document.
local function take_followers(flight)
  local followers = redis.call('SMEMBERS', 'ng:followers:' .. flight)
  redis.call('DEL', 'ng:flight:' .. flight, 'ng:followers:' .. flight)
  return followers
end

-- Expire the leases of the followers when their leader ends without an analysis; the next sweep queues them again.
local function release_followers(id, now)
  local flight = redis.call('HGET', article_key(id), 'flight')
  if not flight or redis.call('GET', 'ng:flight:' .. flight) ~= id then return end
  for _, follower in ipairs(take_followers(flight)) do
    if redis.call('ZSCORE', 'ng:leased', follower) then redis.call('ZADD', 'ng:leased', now, follower) end
  end
end

-- End an article as failed, with the type and the detail of the failure.
local function fail(id, kind, detail, now)
  redis.call('HSET', article_key(id), 'error_type', kind, 'error_detail', detail)
  release_followers(id, now)
  finish(id, 'failed', now)
end
