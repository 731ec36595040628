-- Publish a comparison as the story's new revision.
--
-- KEYS USED
--   ng:story:<id>        hash        rw  the story
--   ng:stories:<tenant>  sorted set  w   published stories by their last article
--   ng:stories:changed   sorted set  w   stories that wait to be published, by when they are due
--   ng:stories:telling   sorted set  w   stories that are being published, by when the lease ends
--   via lib/article_end.lua: emit
--   via lib/room.lua: record_growth
-- ARGV
--   1   tenant    owner
--   2   story     id
--   3   version   of the story's articles that were compared
--   4   shrunk    how often the story had lost an article when it was read
--   5   revision  that was current when it was read
--   6   document  JSON; '' when nothing is to be published, '=' when nothing has changed
--   7   centroid  of the story, as JSON; '' to keep it
--   8   facts     JSON of the event's fields
--   9   conflict  '1' when the reports contradict each other in a new figure
--   10  took_ms   milliseconds that the comparison took
-- RETURNS
--   the revision; 0 if nothing is to be published
--   -1 if the story is gone, lost an article or was published meanwhile, and nothing was published

local tenant, id, version, shrunk, base_revision, document, centroid, facts, conflict, took_ms = unpack(ARGV, 1, 10)
local key = story_key(id)
if redis.call('EXISTS', key) == 0 then return -1 end
local now = now_ms()
local current_version, current_shrunk, current_revision = unpack(redis.call('HMGET', key, 'version', 'shrunk', 'revision'))
redis.call('ZREM', PUBLISHING, id)
redis.call('ZREM', CHANGED, id)
redis.call('HDEL', key, 'tries')
if current_revision ~= base_revision or (current_shrunk or '0') ~= shrunk then
  redis.call('ZADD', CHANGED, now, id)
  return -1
end
-- The rest bounds the share of a worker's time that a growing story takes.
local rests_until = now + math.min(settings.story_rest_factor * took_ms, settings.story_longest_rest_ms)
redis.call('HSET', key, 'rests_until', rests_until)
-- The story has grown meanwhile. Publish nevertheless, or a story that grows all the time would never be published.
if current_version ~= version then redis.call('ZADD', CHANGED, rests_until, id) end
if centroid ~= '' then redis.call('HSET', key, 'group', centroid) end
if document == '' then
  redis.call('HDEL', key, 'document')
  redis.call('ZREM', story_list_key(tenant), id)
  return 0
end
if document == '=' then return tonumber(base_revision) end
local revision = redis.call('HINCRBY', key, 'revision', 1)
record_growth(#document - redis.call('HSTRLEN', key, 'document'))
redis.call('HSET', key, 'document', document)
redis.call('PEXPIRE', key, settings.article_ttl_ms)
redis.call('ZADD', story_list_key(tenant), redis.call('HGET', key, 'last_seen'), id)
redis.call('ZREMRANGEBYSCORE', story_list_key(tenant), '-inf', now - settings.article_ttl_ms)
redis.call('PEXPIRE', story_list_key(tenant), settings.article_ttl_ms)
emit(revision == 1 and 'story.created' or 'story.updated', tenant, id, facts)
if conflict == '1' then emit('story.conflict_detected', tenant, id, facts) end
return revision
