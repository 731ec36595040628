-- An earlier edition was analysed after a later one: it stands in no story and points to where the later one is.
-- ARGV: tenant, token, article, later edition, its story, what was revised (JSON), names of its editions (JSON)
-- Gives 1; 0 when the lock was lost and nothing is changed.
local tenant, token, article, later, id, revised, editions = unpack(ARGV, 1, 7)
if redis.call('GET', story_lock_key(tenant)) ~= token then return 0 end
redis.call('SET', story_lock_key(tenant), token, 'PX', settings.lease_ms)
-- The later edition has gone meanwhile: the article is looked at again.
if redis.call('EXISTS', article_key(later)) == 0 then return 1 end
redis.call('ZREM', story_waiting_key(tenant), article)
if redis.call('HGET', article_key(article), 'tenant') ~= tenant then return 1 end
if redis.call('HEXISTS', article_key(article), 'story') == 1 then return 1 end
redis.call('HSET', article_key(article), 'story', id)
name_editions(tenant, article, editions)
emit('article.revised', tenant, later, revised, article)
return 1
