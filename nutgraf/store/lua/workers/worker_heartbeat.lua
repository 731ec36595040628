-- Record that an analysis worker is alive, and publish what its pipeline can do.
--
-- KEYS USED
--   ng:pace            hash        w   counters of nudges and claims, and the current turn
--   ng:workers         sorted set  w   live analysis workers by when they count as lost
--   ng:workers:unable  sorted set  w   analysis workers that can't load the models, by when they count as lost
--   ng:pipeline        string      rw  capabilities (JSON) of the workers' pipeline
-- ARGV
--   1  worker    name of the worker
--   2  pipeline  JSON of the pipeline's capabilities
--   3  alive_ms  how long the worker counts as alive
--   4  first     '1' when the worker has just started
-- RETURNS
--   1

local now = now_ms()
redis.call('ZREMRANGEBYSCORE', 'ng:workers', '-inf', now)
redis.call('ZREM', 'ng:workers:unable', ARGV[1])
redis.call('ZADD', 'ng:workers', now + tonumber(ARGV[3]), ARGV[1])
if ARGV[4] == '1' or redis.call('TTL', 'ng:pipeline') < 86400 then
  redis.call('SET', 'ng:pipeline', ARGV[2], 'EX', 604800)
end
-- A worker that has just started has claimed nothing yet: the sweep must not take this for lost nudges.
if ARGV[4] == '1' then redis.call('HSET', 'ng:pace', 'claimed_at', now) end
return 1
