-- Makes a comparison the story's new revision. ARGV: tenant, story, version and revision that it was made from, document
-- ('' when there is nothing to tell, '=' when nothing is new), group ('' to keep it), facts of the event (JSON),
-- conflict ('1' when there is a new one)
-- Gives the revision; -1 when the story has changed since, and nothing is changed; 0 when nothing is to be told.
local tenant, id, version, told, document, group, facts, conflict = unpack(ARGV, 1, 8)
local key = story_key(id)
local now = now_ms()
local own_version, own_revision = unpack(redis.call('HMGET', key, 'version', 'revision'))
if own_version ~= version or own_revision ~= told then
  if redis.call('EXISTS', key) == 1 then redis.call('ZADD', story_changed_key(tenant), now, id) end
  return -1
end
redis.call('ZREM', story_changed_key(tenant), id)
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
