-- Puts an article into a story, new or old. ARGV: tenant, token, article, article's ms, story, group, match (JSON),
-- edition it replaces ('' for none), what was revised (JSON), names of its editions (JSON), words…
-- Gives 1; 0 when the lock was lost and nothing is changed.
local tenant, token, article, made_ms, id, group, match = unpack(ARGV, 1, 7)
local replaced, revised = ARGV[8], ARGV[9]
if redis.call('GET', story_lock_key(tenant)) ~= token then return 0 end
redis.call('SET', story_lock_key(tenant), token, 'PX', settings.lease_ms)
local now = now_ms()
redis.call('ZREM', story_waiting_key(tenant), article)
-- It was deleted, has expired or was grouped meanwhile.
if redis.call('HGET', article_key(article), 'tenant') ~= tenant then return 1 end
if redis.call('HEXISTS', article_key(article), 'story') == 1 then return 1 end

local key, members = story_key(id), story_members_key(tenant, id)
-- The founder of a story matches it as the second article does.
if redis.call('ZCARD', members) == 1 then
  local founder = redis.call('ZRANGE', members, 0, 0)[1]
  if redis.call('EXISTS', article_key(founder)) == 1 then
    redis.call('HSET', article_key(founder), 'match', match)
  end
end
redis.call('HSET', article_key(article), 'story', id, 'match', match)
redis.call('ZADD', members, made_ms, article)
redis.call('HSETNX', key, 'first_seen', now)
redis.call('HSETNX', key, 'revision', 0)
redis.call('HSET', key, 'tenant', tenant, 'group', group, 'last_seen', now)
redis.call('PEXPIRE', key, settings.article_ttl_ms)
redis.call('PEXPIRE', members, settings.article_ttl_ms)
for position = 11, #ARGV do
  local term = story_term_key(tenant, ARGV[position])
  redis.call('ZADD', term, now, id)
  redis.call('ZREMRANGEBYSCORE', term, '-inf', now - story_reach_ms())
  redis.call('PEXPIRE', term, story_reach_ms())
end
name_editions(tenant, article, ARGV[10])
if replaced ~= '' then
  local before = redis.call('HGET', article_key(replaced), 'story')
  if before then
    redis.call('ZREM', story_members_key(tenant, before), replaced)
    if before ~= id then
      if redis.call('ZCARD', story_members_key(tenant, before)) == 0 then
        forget_story(tenant, before)
      else
        shrink_story(before, now)
      end
    end
    -- The earlier edition stays readable and points to where the later one is.
    redis.call('HSET', article_key(replaced), 'story', id)
  end
end
if revised ~= '' then emit('article.revised', tenant, article, revised, replaced) end
if redis.call('ZCARD', members) > 1 then grow_story(tenant, id, now) end
if redis.call('ZCARD', members) > 1 or tonumber(redis.call('HGET', key, 'revision')) > 0 then
  change_story(id, now)
end
return 1
