-- Mark an article as an earlier edition of one that was grouped before: it joins no story and refers to that one's.
--
-- KEYS USED
--   ng:article:<id>              hash        rw  the article
--   ng:stories:waiting:<tenant>  sorted set  w   articles that wait for clustering
--   ng:stories:lock:<tenant>     string      rw  token of the worker that holds the tenant's stories
--   via lib/article_end.lua: emit
--   via lib/report_copies.lua: record_edition
-- ARGV
--   1  tenant    owner
--   2  token     of the tenant's story lock
--   3  article   id of the earlier edition
--   4  later     id of the later edition
--   5  story     id of the later edition's story
--   6  revised   JSON of what the revision changed
--   7  editions  JSON list of the article's edition names
-- RETURNS
--   1, or 0 if the lock was lost and nothing was changed

local tenant, token, article, later, id, revised, editions = unpack(ARGV, 1, 7)
if redis.call('GET', story_lock_key(tenant)) ~= token then return 0 end
redis.call('SET', story_lock_key(tenant), token, 'PX', settings.lease_ms)
-- The later edition is gone meanwhile: the article stays queued and is grouped anew.
if redis.call('EXISTS', article_key(later)) == 0 then return 1 end
redis.call('ZREM', story_waiting_key(tenant), article)
if redis.call('HGET', article_key(article), 'tenant') ~= tenant then return 1 end
if redis.call('HEXISTS', article_key(article), 'story') == 1 then return 1 end
redis.call('HSET', article_key(article), 'story', id)
record_edition(tenant, article, editions)
emit('article.revised', tenant, later, revised, article)
return 1
