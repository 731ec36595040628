-- Claim the article whose turn it is for one worker, under a token and a lease.
--
-- KEYS USED
--   ng:article:<id>                              hash        rw  the article
--   ng:queued                                    sorted set  r   waiting articles by turn
--   ng:leased                                    sorted set  w   claimed articles, and followers, by when the lease ends
--   ng:claim:<token>                             string      rw  id of the article that a token claimed
--   ng:turns                                     sorted set  w   next turn of each tenant
--   ng:nudges                                    sorted set  w   nudges that no worker has received yet, by number
--   ng:pace                                      hash        rw  counters of nudges and claims, and the current turn
--   ng:analysis:<tenant>:<fingerprint>:<digest>  string      r   cached analysis (JSON)
--   ng:flight:<analysis>                         string      rw  id of the article whose claim analyses this document
--   ng:followers:<analysis>                      set         w   articles that wait for this analysis
--   via lib/article_end.lua: fail, finish, release_followers
--   via lib/queue.lua: current_turn, dequeue
--   via lib/room.lua: use_reserved_room
-- ARGV
--   1  nudge        that the worker received; '' for none
--   2  token        random; proves the claim
--   3  fingerprint  of the worker's pipeline
-- RETURNS
--   {'claimed', id, attempts, fields, text, tenant}
--   {'none'}: no article waits
--   {reason, id}: nothing is to be analysed. The reason is 'cached' (finished from the cache), 'joined' (waits for the analysis
--   of an equal document), 'worker_lost' (failed after too many attempts) or 'gone' (its record was removed by hand)

local nudge, token, fingerprint = ARGV[1], ARGV[2], ARGV[3]
local now = now_ms()

use_reserved_room()
redis.call('HSET', 'ng:pace', 'claimed_at', now)
redis.call('ZREM', 'ng:nudges', nudge)
local number = tonumber(string.match(nudge, '^%d+') or 0)
if number > tonumber(redis.call('HGET', 'ng:pace', 'claimed') or 0) then
  redis.call('HSET', 'ng:pace', 'claimed', number)
end

-- Start or extend the lease and return the article.
local function claimed_article(id)
  local key = article_key(id)
  local attempts, fields, text, tenant, flight = unpack(redis.call('HMGET', key, 'attempts', 'fields', 'text', 'tenant', 'flight'))
  redis.call('SET', 'ng:flight:' .. flight, id, 'PX', settings.lease_ms)
  redis.call('ZADD', 'ng:leased', now + settings.lease_ms, id)
  return {'claimed', id, tonumber(attempts), fields, text, tenant}
end

-- A worker that lost the connection repeats its call with the same token; it gets the same article.
local held = redis.call('GET', 'ng:claim:' .. token)
if held and redis.call('HGET', article_key(held), 'token') == token then return claimed_article(held) end

local id, turn = unpack(redis.call('ZRANGE', 'ng:queued', 0, 0, 'WITHSCORES'))
if not id then return {'none'} end
if tonumber(turn) > current_turn() then
  redis.call('HSET', 'ng:pace', 'turn', turn)
  -- A tenant whose next turn is past starts at the current turn.
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
