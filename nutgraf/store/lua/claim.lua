-- Gives an article to one worker for the time of a lease.
-- ARGV: id, token, fingerprint
-- Gives {'claimed', attempts, fields, text, tenant}, or {reason}: 'gone', 'finished', 'leased', 'cached' (finished
-- from the cache), 'joined' (an equal document is being analysed; its result will finish this one too),
-- 'worker_lost' (failed: it took too many workers down).
local id, token, fingerprint = ARGV[1], ARGV[2], ARGV[3]
local key = article_key(id)
local now = now_ms()

local status, tenant, digest, holder = unpack(redis.call('HMGET', key, 'status', 'tenant', 'digest', 'token'))
if not status then return {'gone'} end
if status ~= 'queued' and status ~= 'processing' then return {'finished'} end

local number = tonumber(redis.call('ZSCORE', 'ng:queued', id) or 0)
if number > tonumber(redis.call('HGET', 'ng:queue', 'claimed') or 0) then
  redis.call('HSET', 'ng:queue', 'claimed', number)
end
redis.call('HSET', 'ng:queue', 'claimed_at', now)

local lease_until = tonumber(redis.call('ZSCORE', 'ng:leased', id) or 0)
if holder ~= token then
  if status == 'processing' and lease_until > now then return {'leased'} end

  local cached = analysis_key(tenant, fingerprint, digest)
  local analysis = redis.call('GET', cached)
  if analysis then
    redis.call('HSET', key, 'analysis', analysis, 'cache', 'hit', 'fingerprint', fingerprint)
    redis.call('HSETNX', key, 'started_at', now)
    disband(id, now)
    finish(id, 'completed', now)
    return {'cached'}
  end

  local leader = redis.call('GET', 'ng:flight:' .. cached)
  if leader and leader ~= id then
    redis.call('SADD', 'ng:followers:' .. cached, id)
    redis.call('PEXPIRE', 'ng:followers:' .. cached, settings.article_ttl_ms)
    redis.call('ZREM', 'ng:queued', id)
    redis.call('ZADD', 'ng:leased', now + settings.lease_ms, id)
    return {'joined'}
  end

  if tonumber(redis.call('HGET', key, 'attempts')) >= settings.max_attempts then
    fail(id, 'worker_lost', 'The analysis ended its worker ' .. settings.max_attempts .. ' times.', now)
    return {'worker_lost'}
  end
  redis.call('HINCRBY', key, 'attempts', 1)
  redis.call('HSETNX', key, 'started_at', now)
  redis.call('HSET', key, 'status', 'processing', 'token', token, 'deadline', now + settings.deadline_ms, 'flight', cached,
    'fingerprint', fingerprint)
  redis.call('ZREM', 'ng:queued', id)
end
redis.call('SET', 'ng:flight:' .. redis.call('HGET', key, 'flight'), id, 'PX', settings.lease_ms)
redis.call('ZADD', 'ng:leased', now + settings.lease_ms, id)
local attempts, fields, text = unpack(redis.call('HMGET', key, 'attempts', 'fields', 'text'))
return {'claimed', tonumber(attempts), fields, text, tenant}
