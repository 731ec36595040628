-- Put an article into a story as a copy of a report that stands in the story already; the story lists the first of the two.
--
-- KEYS USED
--   ng:article:<id>                  hash        rw  the article
--   ng:story:<id>                    hash        w   the story
--   ng:index:<tenant>:story:<story>  sorted set  rw  articles of the story by creation time
--   ng:copies:<article>              sorted set  w   copies of an article by creation time
--   ng:stories:waiting:<tenant>      sorted set  w   articles that wait for clustering
--   ng:stories:lock:<tenant>         string      rw  token of the worker that holds the tenant's stories
--   via lib/article_end.lua: emit
--   via lib/report_copies.lua: add_copy, hand_over, record_edition, replace_editions, representative
--   via lib/story_index.lua: mark_story_changed
-- ARGV
--   1  tenant      owner
--   2  token       of the tenant's story lock
--   3  article     id
--   4  article_ms  the time in the article's id
--   5  other       id of an article with the same report
--   6  replaced    id of the edition that the article replaces; '' for none
--   7  revised     JSON of what the revision changed; '' to emit no event
--   8  editions    JSON list of the names under which a later edition, or a copy, finds the article
-- RETURNS
--   1; 0 if the lock was lost, or 2 if the other article's report stands in no story, and nothing was changed

local tenant, token, article, article_ms, other, replaced, revised, editions = unpack(ARGV, 1, 8)
if redis.call('GET', story_lock_key(tenant)) ~= token then return 0 end
local original, id = representative(tenant, other)
if not original then return 2 end
redis.call('SET', story_lock_key(tenant), token, 'PX', settings.lease_ms)
local now = now_ms()
redis.call('ZREM', story_waiting_key(tenant), article)
-- The article was deleted, has expired or was grouped meanwhile.
if redis.call('HGET', article_key(article), 'tenant') ~= tenant then return 1 end
if redis.call('HEXISTS', article_key(article), 'story') == 1 then return 1 end

local members = story_members_key(tenant, id)
redis.call('HSET', article_key(article), 'story', id, 'match', redis.call('HGET', article_key(original), 'match') or '')
add_copy(original, article, article_ms)
redis.call('ZREMRANGEBYSCORE', copies_key(original), '-inf', now - settings.article_ttl_ms - 86400000)
-- The story stays readable as long as the copy.
redis.call('PEXPIRE', story_key(id), settings.article_ttl_ms)
redis.call('PEXPIRE', members, settings.article_ttl_ms)
record_edition(tenant, article, editions)
if replaced ~= '' then
  replace_editions(tenant, replaced, cjson.decode(editions), id, now)
  mark_story_changed(id, now)
end
if revised ~= '' then emit('article.revised', tenant, article, revised, replaced) end
-- Analyses end in any order, but the first article that was sent represents the report.
if article < original then
  local original_ms = redis.call('ZSCORE', members, original)
  hand_over(tenant, original, id, article)
  add_copy(article, original, original_ms)
  mark_story_changed(id, now)
end
return 1
