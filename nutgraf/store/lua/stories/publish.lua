-- Makes a comparison the story's new revision. ARGV: tenant, story, version, losses and revision that it was made from,
-- document ('' when there is nothing to tell, '=' when nothing is new), group ('' to keep it), facts of the event
-- (JSON), conflict ('1' when there is a new one), milliseconds that the comparison took
-- Gives the revision; -1 when the story has lost an article or was told since, and nothing is changed; 0 when nothing is
-- to be told.
local tenant, id, version, shrunk, told, document, group, facts, conflict, took_ms = unpack(ARGV, 1, 10)
local key = story_key(id)
if redis.call('EXISTS', key) == 0 then return -1 end
local now = now_ms()
local own_version, own_shrunk, own_revision = unpack(redis.call('HMGET', key, 'version', 'shrunk', 'revision'))
redis.call('ZREM', TELLING, id)
redis.call('ZREM', CHANGED, id)
redis.call('HDEL', key, 'tries')
if own_revision ~= told or (own_shrunk or '0') ~= shrunk then
  redis.call('ZADD', CHANGED, now, id)
  return -1
end
-- However fast a story grows, telling it takes a bounded share of a worker's time.
local rests_until = now + math.min(settings.story_rest_factor * took_ms, settings.story_longest_rest_ms)
redis.call('HSET', key, 'rests_until', rests_until)
-- It has grown meanwhile. This revision is right as far as it goes, and a story that grows all the time is told, too.
if own_version ~= version then redis.call('ZADD', CHANGED, rests_until, id) end
if group ~= '' then redis.call('HSET', key, 'group', group) end
if document == '' then
  redis.call('HDEL', key, 'document')
  redis.call('ZREM', story_list_key(tenant), id)
  return 0
end
if document == '=' then return tonumber(told) end
local revision = redis.call('HINCRBY', key, 'revision', 1)
redis.call('HSET', key, 'document', document)
redis.call('PEXPIRE', key, settings.article_ttl_ms)
redis.call('ZADD', story_list_key(tenant), redis.call('HGET', key, 'last_seen'), id)
redis.call('ZREMRANGEBYSCORE', story_list_key(tenant), '-inf', now - settings.article_ttl_ms)
redis.call('PEXPIRE', story_list_key(tenant), settings.article_ttl_ms)
emit(revision == 1 and 'story.created' or 'story.updated', tenant, id, facts)
if conflict == '1' then emit('story.conflict_detected', tenant, id, facts) end
return revision
