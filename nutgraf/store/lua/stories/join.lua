-- Put an article into a story, which is created if it is new.
--
-- KEYS USED
--   ng:article:<id>                  hash        rw  the article
--   ng:story:<id>                    hash        rw  the story
--   ng:index:<tenant>:story:<story>  sorted set  rw  articles of the story by creation time
--   ng:stories:waiting:<tenant>      sorted set  w   articles that wait for clustering
--   ng:stories:lock:<tenant>         string      rw  token of the worker that holds the tenant's stories
--   via lib/article_end.lua: emit
--   via lib/report_copies.lua: record_edition, replace_editions, set_with_copies
--   via lib/story_index.lua: mark_story_changed, mark_story_grown, record_terms
-- ARGV
--   1    tenant      owner
--   2    token       of the tenant's story lock
--   3    article     id
--   4    article_ms  the time in the article's id
--   5    story       id
--   6    centroid    of the story with the article in it, as JSON
--   7    match       why the article belongs to the story, as JSON
--   8    replaced    id of the edition that the article replaces; '' for none
--   9    revised     JSON of what the revision changed; '' to emit no event
--   10   editions    JSON list of the names under which a later edition, or a copy, finds the article
--   11…  term…       search terms of the article
-- RETURNS
--   1, or 0 if the lock was lost and nothing was changed

local tenant, token, article, article_ms, id, centroid, match = unpack(ARGV, 1, 7)
local replaced, revised = ARGV[8], ARGV[9]
if redis.call('GET', story_lock_key(tenant)) ~= token then return 0 end
redis.call('SET', story_lock_key(tenant), token, 'PX', settings.lease_ms)
local now = now_ms()
redis.call('ZREM', story_waiting_key(tenant), article)
-- The article was deleted, has expired or was grouped meanwhile.
if redis.call('HGET', article_key(article), 'tenant') ~= tenant then return 1 end
if redis.call('HEXISTS', article_key(article), 'story') == 1 then return 1 end

local key, members = story_key(id), story_members_key(tenant, id)
-- The first article of a story gets the match of the second one, for it had none to match.
if redis.call('ZCARD', members) == 1 then
  local founder = redis.call('ZRANGE', members, 0, 0)[1]
  set_with_copies(founder, 'match', match)
end
redis.call('HSET', article_key(article), 'story', id, 'match', match)
redis.call('ZADD', members, article_ms, article)
redis.call('HSETNX', key, 'first_seen', now)
redis.call('HSETNX', key, 'revision', 0)
redis.call('HSET', key, 'tenant', tenant, 'group', centroid, 'last_seen', now)
redis.call('PEXPIRE', key, settings.article_ttl_ms)
redis.call('PEXPIRE', members, settings.article_ttl_ms)
record_terms(tenant, id, {unpack(ARGV, 11)}, now)
record_edition(tenant, article, ARGV[10])
if replaced ~= '' then replace_editions(tenant, replaced, cjson.decode(ARGV[10]), id, now) end
if revised ~= '' then emit('article.revised', tenant, article, revised, replaced) end
if redis.call('ZCARD', members) > 1 then mark_story_grown(tenant, id, now) end
if redis.call('ZCARD', members) > 1 or tonumber(redis.call('HGET', key, 'revision')) > 0 then
  mark_story_changed(id, now)
end
return 1
