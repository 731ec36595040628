-- Finishes an article with its analysis, and every article that waits for the same document.
-- ARGV: id, token, analysis, meaning and sentences ('' for none)
-- Gives the number of articles finished: 0 when the lease was lost meanwhile and nothing is changed.
local id, token, analysis, meaning, sentences = unpack(ARGV, 1, 5)
local key = article_key(id)
local holder, flight, fingerprint = unpack(redis.call('HMGET', key, 'token', 'flight', 'fingerprint'))
if holder ~= token then return 0 end

local now = now_ms()
redis.call('SET', flight, analysis, 'PX', settings.cache_ttl_ms)
-- Beside the analysis, and for as long as an article lives that it may yet answer.
local kept_ms = settings.cache_ttl_ms + settings.article_ttl_ms
if meaning ~= '' then redis.call('SET', meaning_key(flight), meaning, 'PX', kept_ms) end
if sentences ~= '' then redis.call('SET', sentences_key(flight), sentences, 'PX', kept_ms) end
redis.call('HSET', key, 'analysis', analysis)
local finished = 1
for _, follower in ipairs(take_followers(flight)) do
  if redis.call('HGET', article_key(follower), 'status') == 'queued' then
    redis.call('HSET', article_key(follower), 'analysis', analysis, 'cache', 'hit',
      'fingerprint', fingerprint)
    redis.call('HSETNX', article_key(follower), 'started_at', now)
    finish(follower, 'completed', now)
    finished = finished + 1
  end
end
finish(id, 'completed', now)
return finished
