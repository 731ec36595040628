-- Takes an article in: the record, its place in the queue and in its tenant's index, in one step.
-- A document that was analysed before is finished at once from the cache.
-- ARGV: id, tenant, fields, text, digest, fingerprint, max_queue, ttl_ms, tombstone_ms
-- Gives {outcome}: 'queued', 'cached', or 'full' when nothing was kept.
local id, tenant, fields, text, digest, fingerprint = unpack(ARGV, 1, 6)
local max_queue, ttl_ms, tombstone_ms = tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9])
local key = article_key(id)

-- A client that lost the connection asks again with the same id; it gets the same answer.
local known = redis.call('HGET', key, 'cache')
if known then return {known == 'hit' and 'cached' or 'queued'} end

local now = now_ms()
local analysis = fingerprint ~= '' and redis.call('GET', analysis_key(tenant, fingerprint, digest))
if not analysis and redis.call('ZCARD', 'ng:queued') + redis.call('ZCARD', 'ng:leased') >= max_queue then
  return {'full'}
end

redis.call('HSET', key, 'tenant', tenant, 'fields', fields, 'text', text, 'digest', digest,
  'created_at', now, 'attempts', 0, 'cache', analysis and 'hit' or 'miss')
redis.call('ZADD', index_key(tenant), now, id)
if analysis then
  redis.call('HSET', key, 'started_at', now, 'analysis', analysis, 'fingerprint', fingerprint)
  finish(id, 'completed', now, ttl_ms, tombstone_ms)
  return {'cached'}
end
enqueue(id, now)
return {'queued'}
