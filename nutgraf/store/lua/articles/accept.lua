-- Store a submitted article, its index entries and its place in the queue.
-- If the document was analysed before, the article is finished at once from the cache.
--
-- KEYS USED
--   ng:article:<id>                              hash        rw  the article
--   ng:index:<tenant>:<index>                    sorted set  w   articles by creation time
--   ng:queued                                    sorted set  r   waiting articles by turn
--   ng:leased                                    sorted set  r   claimed articles, and followers, by when the lease ends
--   ng:unfinished                                hash        r   number of unfinished articles of each tenant
--   ng:pace                                      hash        r   counters of nudges and claims, and the current turn
--   ng:analysis:<tenant>:<fingerprint>:<digest>  string      r   cached analysis (JSON)
--   via lib/article_end.lua: finish
--   via lib/queue.lua: count_unfinished, enqueue, new_nudge
--   via lib/room.lua: reserve_room, use_reserved_room
-- ARGV
--   1    id               of the article; accepting one id twice is harmless
--   2    tenant           owner
--   3    fields           JSON of the submission without its text
--   4    text             of the article
--   5    digest           of the document
--   6    fingerprint      of the pipeline whose cached analysis may be used; '' for none
--   7    id_ms            the time in the id, so that ids and index scores sort alike
--   8    callback_url     '' for none
--   9    callback_events  comma-separated; '' for none
--   10…  index…           names of the tenant's indexes that list the article
-- RETURNS
--   {'queued', nudge}: the nudge that the caller must send; missing if none is needed
--   {'cached'}: finished from the cache
--   {'full', seconds}: nothing was stored; the client may try again after so many seconds

local id, tenant, fields, text, digest, fingerprint = unpack(ARGV, 1, 6)
local id_ms = tonumber(ARGV[7])
local key = article_key(id)

-- Unfinished articles that a tenant may have for each free place of the queue (a dynamic threshold, Choudhury and Hahne,
-- 1998): one tenant alone fills nine tenths of the queue, so that others find room.
local TENANT_SHARE = 9

-- Room comes back as results expire or are deleted, which nobody can foretell.
local ROOM_SECONDS = 300

local now = now_ms()

-- A client that lost the connection repeats its request with the same id; it gets the same result.
local known = redis.call('HGET', key, 'cache')
if known == 'hit' then return {'cached'} end
if known then
  use_reserved_room()
  return {'queued', redis.call('ZSCORE', 'ng:queued', id) and new_nudge(now) or nil}
end

local analysis = fingerprint ~= '' and redis.call('GET', analysis_key(tenant, fingerprint, digest))
local waiting = redis.call('ZCARD', 'ng:queued') + redis.call('ZCARD', 'ng:leased')
local own = tonumber(redis.call('HGET', 'ng:unfinished', tenant) or 0)
local free = settings.max_queue - waiting
if not analysis and (free <= 0 or own >= TENANT_SHARE * free) then
  local per_second = tonumber(redis.call('HGET', 'ng:pace', 'per_second') or 0)
  return {'full', math.ceil(math.min(300, math.max(1, settings.max_queue / 20 / math.max(per_second, 0.001))))}
end

local bytes = WAITING_OVERHEAD + #text + #fields + (analysis and FINISHED_OVERHEAD + #analysis or 0)
if not reserve_room(analysis and 0 or cost_of_text(#text), bytes, now) then return {'full', ROOM_SECONDS} end

redis.call('HSET', key, 'tenant', tenant, 'fields', fields, 'text', text, 'digest', digest,
  'indexes', cjson.encode({unpack(ARGV, 10)}), 'created_at', now,
  'attempts', 0, 'cache', analysis and 'hit' or 'miss')
for position = 10, #ARGV do
  local index = index_key(tenant, ARGV[position])
  redis.call('ZADD', index, id_ms, id)
  -- Articles expire some time after they are finished; the extra day covers the time in the queue.
  redis.call('ZREMRANGEBYSCORE', index, '-inf', now - settings.article_ttl_ms - 86400000)
  redis.call('PEXPIRE', index, settings.article_ttl_ms + 86400000)
end
if ARGV[8] ~= '' then redis.call('HSET', key, 'callback_url', ARGV[8], 'callback_events', ARGV[9]) end
if analysis then
  redis.call('HSET', key, 'started_at', now, 'analysis', analysis, 'fingerprint', fingerprint)
  finish(id, 'completed', now)
  return {'cached'}
end
count_unfinished(tenant)
return {'queued', enqueue(id, now)}
