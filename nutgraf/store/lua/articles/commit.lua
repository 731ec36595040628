-- Finish an article with its analysis, and every article that waits for an equal document.
--
-- KEYS USED
--   ng:article:<id>                                        hash    rw  the article
--   ng:analysis:<tenant>:<fingerprint>:<digest>            string  w   cached analysis (JSON) (named by field `flight`)
--   ng:analysis:<tenant>:<fingerprint>:<digest>:meaning    string  w   embedding of the document (named by field `flight`)
--   ng:analysis:<tenant>:<fingerprint>:<digest>:sentences  string  w   sentence spans of the document (named by field `flight`)
--   via lib/article_end.lua: finish, take_followers
--   via lib/queue.lua: cost_of
--   via lib/room.lua: record_finished, use_reserved_room
-- ARGV
--   1  id         of the article
--   2  token      of the claim
--   3  analysis   JSON
--   4  embedding  of the document; '' for none
--   5  sentences  spans of its sentences; '' for none
-- RETURNS
--   the number of articles finished; 0 if the lease was lost and nothing was changed

local id, token, analysis, embedding, sentences = unpack(ARGV, 1, 5)
local key = article_key(id)
local holder, flight, fingerprint = unpack(redis.call('HMGET', key, 'token', 'flight', 'fingerprint'))
if holder ~= token then return 0 end

use_reserved_room()
local now = now_ms()
redis.call('SET', flight, analysis, 'PX', settings.cache_ttl_ms)
-- Stories need these as long as any article lives that the cached analysis may still finish.
local kept_ms = settings.cache_ttl_ms + settings.article_ttl_ms
if embedding ~= '' then redis.call('SET', embedding_key(flight), embedding, 'PX', kept_ms) end
if sentences ~= '' then redis.call('SET', sentences_key(flight), sentences, 'PX', kept_ms) end
redis.call('HSET', key, 'analysis', analysis)
record_finished(cost_of(id), 2 * #analysis + #embedding + #sentences)
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
