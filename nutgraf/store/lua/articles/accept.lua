-- Takes an article in: the record, its place in the queue and in its tenant's indexes, in one step.
-- A document that was analysed before is finished at once from the cache.
-- ARGV: id, tenant, fields, text, digest, fingerprint, made_ms, callback's URL, its events, index names…
-- Gives {'queued', the nudge to be sent, if one is needed}, {'cached'}, or {'full', seconds} when nothing was kept and it may
-- be asked again then.
local id, tenant, fields, text, digest, fingerprint = unpack(ARGV, 1, 6)
local made_ms = tonumber(ARGV[7]) -- the time that the id carries, so that ids and indexes sort alike
local key = article_key(id)

-- A tenant may have so many unfinished articles for each place that is still free (a dynamic threshold, Choudhury and
-- Hahne, 1998): alone it fills nine tenths of the queue, and others find room.
local TENANT_SHARE = 9

local now = now_ms()

-- A client that lost the connection asks again with the same id; it gets the same answer.
local known = redis.call('HGET', key, 'cache')
if known == 'hit' then return {'cached'} end
if known then return {'queued', redis.call('ZSCORE', 'ng:queued', id) and new_nudge(now) or nil} end

local analysis = fingerprint ~= '' and redis.call('GET', analysis_key(tenant, fingerprint, digest))
local waiting = redis.call('ZCARD', 'ng:queued') + redis.call('ZCARD', 'ng:leased')
local own = tonumber(redis.call('HGET', 'ng:unfinished', tenant) or 0)
local free = settings.max_queue - waiting
if not analysis and (free <= 0 or own >= TENANT_SHARE * free) then
  local per_second = tonumber(redis.call('HGET', 'ng:pace', 'per_second') or 0)
  return {'full', math.ceil(math.min(300, math.max(1, settings.max_queue / 20 / math.max(per_second, 0.001))))}
end

redis.call('HSET', key, 'tenant', tenant, 'fields', fields, 'text', text, 'digest', digest,
  'indexes', cjson.encode({unpack(ARGV, 10)}), 'created_at', now,
  'attempts', 0, 'cache', analysis and 'hit' or 'miss')
for position = 10, #ARGV do
  local index = index_key(tenant, ARGV[position])
  redis.call('ZADD', index, made_ms, id)
  -- An article is kept for a time after it was finished; a day more covers how long it may have waited.
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
