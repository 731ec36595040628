-- Merge one story into another.
--
-- KEYS USED
--   ng:story:<id>                    hash        rw  the story
--   ng:index:<tenant>:story:<story>  sorted set  rw  articles of the story by creation time
--   ng:stories:lock:<tenant>         string      rw  token of the worker that holds the tenant's stories
--   via lib/outbox.lua: share_subject_links
--   via lib/report_copies.lua: set_with_copies
--   via lib/story_index.lua: delete_story, mark_story_changed, mark_story_grown, take_terms
-- ARGV
--   1  tenant    whose stories
--   2  token     of the tenant's story lock
--   3  survivor  id of the story that goes on
--   4  absorbed  id of the story that ends and then refers to the survivor
--   5  centroid  of both, as JSON
-- RETURNS
--   1, or 0 if the lock was lost, one of the stories is gone or they were one story that was split, and nothing was changed

local tenant, token, id, absorbed, centroid = unpack(ARGV, 1, 5)
if redis.call('GET', story_lock_key(tenant)) ~= token then return 0 end
if redis.call('HEXISTS', story_key(id), 'group') == 0 or redis.call('HEXISTS', story_key(absorbed), 'group') == 0 then
  return 0
end
local merged, parted = unpack(redis.call('HMGET', story_key(absorbed), 'merged_from', 'parted'))
local own_merged, own_parted = unpack(redis.call('HMGET', story_key(id), 'merged_from', 'parted'))
if string.find(parted or '', id, 1, true) or string.find(own_parted or '', absorbed, 1, true) then return 0 end
redis.call('SET', story_lock_key(tenant), token, 'PX', settings.lease_ms)
local now = now_ms()
local members, moved = story_members_key(tenant, id), story_members_key(tenant, absorbed)
local rows = redis.call('ZRANGE', moved, 0, -1, 'WITHSCORES')
for position = 1, #rows, 2 do
  redis.call('ZADD', members, rows[position + 1], rows[position])
  set_with_copies(rows[position], 'story', id)
end
local first, last = redis.call('HGET', story_key(absorbed), 'first_seen'), redis.call('HGET', story_key(absorbed), 'last_seen')
local own_first, own_last = unpack(redis.call('HMGET', story_key(id), 'first_seen', 'last_seen'))
redis.call('HSET', story_key(id), 'group', centroid, 'first_seen', math.min(first, own_first), 'last_seen', math.max(last, own_last))
redis.call('HSET', story_key(id), 'merged_from', add_ids(own_merged, cjson.decode(add_ids(merged, {absorbed}, id)), id))
if parted then redis.call('HSET', story_key(id), 'parted', add_ids(own_parted, cjson.decode(parted), id)) end
redis.call('PEXPIRE', members, settings.article_ttl_ms)
redis.call('PEXPIRE', story_key(id), settings.article_ttl_ms)
take_terms(tenant, id, absorbed, now)
delete_story(tenant, absorbed)
share_subject_links(id, absorbed)
redis.call('HSET', story_key(absorbed), 'tenant', tenant, 'merged_into', id)
redis.call('PEXPIRE', story_key(absorbed), settings.article_ttl_ms)
mark_story_grown(tenant, id, now)
mark_story_changed(id, now)
return 1
