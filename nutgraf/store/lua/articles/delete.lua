-- Delete an article with its text, every analysis made of it, and its traces in stories, deliveries and responses.
--
-- KEYS USED
--   ng:article:<id>                                        hash        rw  the article
--   ng:gone:<id>                                           string      rw  tombstone: tenant of a deleted or expired article
--   ng:index:<tenant>:<index>                              sorted set  w   articles by creation time
--   ng:analysis:<tenant>:<fingerprint>:<digest>            string      w   cached analysis (JSON)
--   ng:analysis:<tenant>:<fingerprint>:<digest>:meaning    string      w   embedding of the document
--   ng:analysis:<tenant>:<fingerprint>:<digest>:sentences  string      w   sentence spans of the document
--   ng:finished:<id>                                       channel     w   tells waiting clients that the article has ended
--   ng:idempotency:<tenant>:<digest>                       hash        rw  idempotency key and its response (named by field `answer`)
--   via lib/article_end.lua: release_followers
--   via lib/outbox.lua: purge_deliveries
--   via lib/queue.lua: uncount_unfinished
--   via lib/report_copies.lua: remove_from_story
-- ARGV
--   1  id      of the article
--   2  tenant  who asks; must own the article
-- RETURNS
--   'deleted' | 'gone' | 'unknown'

local id, tenant = ARGV[1], ARGV[2]
local key = article_key(id)
local owner, digest = unpack(redis.call('HMGET', key, 'tenant', 'digest'))
if owner ~= tenant then return redis.call('GET', tombstone_key(id)) == tenant and 'gone' or 'unknown' end
local now = now_ms()
release_followers(id, now)
local made_by = redis.call('HGET', key, 'fingerprint')
if made_by then
  local analysis = analysis_key(tenant, made_by, digest)
  redis.call('DEL', analysis, embedding_key(analysis), sentences_key(analysis))
end
local answer = redis.call('HGET', key, 'answer')
if answer and redis.call('EXISTS', answer) == 1 then redis.call('HSET', answer, 'answer', '') end
uncount_unfinished(id, tenant)
for _, index in ipairs(cjson.decode(redis.call('HGET', key, 'indexes'))) do
  redis.call('ZREM', index_key(tenant, index), id)
end
remove_from_story(tenant, id, now)
redis.call('DEL', key)
purge_deliveries(id, now)
redis.call('SET', tombstone_key(id), tenant, 'PX', settings.tombstone_ttl_ms)
redis.call('PUBLISH', 'ng:finished:' .. id, 'gone')
return 'deleted'
