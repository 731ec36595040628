-- Gives the article whose turn it is to one worker for the time of a lease.
-- ARGV: nudge, token, fingerprint
-- Gives {'claimed', id, attempts, fields, text, tenant}, or {reason, id}: 'cached' (finished from the cache), 'joined' (an
-- equal document is being analysed; its result will finish this one too), 'worker_lost' (failed: it took too many
-- workers down), 'gone' (somebody removed it by hand); or {'none'}, when nothing waits.
local nudge, token, fingerprint = ARGV[1], ARGV[2], ARGV[3]
local now = now_ms()

-- The first write: when Redis is full it is refused, and nothing has changed.
redis.call('HSET', 'ng:pace', 'claimed_at', now)
redis.call('ZREM', 'ng:nudges', nudge)
local number = tonumber(string.match(nudge, '^%d+') or 0)
if number > tonumber(redis.call('HGET', 'ng:pace', 'claimed') or 0) then
  redis.call('HSET', 'ng:pace', 'claimed', number)
end

local function claimed_article(id)
  local key = article_key(id)
  local attempts, fields, text, tenant, flight = unpack(redis.call('HMGET', key, 'attempts', 'fields', 'text', 'tenant', 'flight'))
  redis.call('SET', 'ng:flight:' .. flight, id, 'PX', settings.lease_ms)
  redis.call('ZADD', 'ng:leased', now + settings.lease_ms, id)
  return {'claimed', id, tonumber(attempts), fields, text, tenant}
end

-- A worker that lost the connection asks again with the same token; it gets the same article.
local held = redis.call('GET', 'ng:claim:' .. token)
if held and redis.call('HGET', article_key(held), 'token') == token then return claimed_article(held) end

local id, turn = unpack(redis.call('ZRANGE', 'ng:queued', 0, 0, 'WITHSCORES'))
if not id then return {'none'} end
if tonumber(turn) > current_turn() then
  redis.call('HSET', 'ng:pace', 'turn', turn)
  -- A tenant whose next turn is past begins with the present.
  redis.call('ZREMRANGEBYSCORE', 'ng:turns', '-inf', turn)
end

local key = article_key(id)
local tenant, digest = unpack(redis.call('HMGET', key, 'tenant', 'digest'))
if not tenant then
  dequeue(id)
  return {'gone', id}
end
local cached = analysis_key(tenant, fingerprint, digest)
local analysis = redis.call('GET', cached)
if analysis then
  redis.call('HSET', key, 'analysis', analysis, 'cache', 'hit', 'fingerprint', fingerprint)
  redis.call('HSETNX', key, 'started_at', now)
  release_followers(id, now)
  finish(id, 'completed', now)
  return {'cached', id}
end

local leader = redis.call('GET', 'ng:flight:' .. cached)
if leader and leader ~= id then
  redis.call('SADD', 'ng:followers:' .. cached, id)
  redis.call('PEXPIRE', 'ng:followers:' .. cached, settings.article_ttl_ms)
  dequeue(id)
  redis.call('ZADD', 'ng:leased', now + settings.lease_ms, id)
  return {'joined', id}
end

if tonumber(redis.call('HGET', key, 'attempts')) >= settings.max_attempts then
  fail(id, 'worker_lost', 'The analysis ended its worker ' .. settings.max_attempts .. ' times.', now)
  return {'worker_lost', id}
end
redis.call('HINCRBY', key, 'attempts', 1)
redis.call('HSETNX', key, 'started_at', now)
redis.call('HSET', key, 'status', 'processing', 'token', token, 'deadline', now + settings.deadline_ms, 'flight', cached,
  'fingerprint', fingerprint)
dequeue(id)
redis.call('SET', 'ng:claim:' .. token, id, 'PX', settings.lease_ms)
return claimed_article(id)
