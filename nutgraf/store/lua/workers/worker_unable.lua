-- Record that an analysis worker runs, but can't work because none of its processes could load the models.
--
-- KEYS USED
--   ng:workers         sorted set  w  live analysis workers by when they count as lost
--   ng:workers:unable  sorted set  w  analysis workers that can't load the models, by when they count as lost
-- ARGV
--   1  worker    name of the worker
--   2  alive_ms  how long the worker counts as unable
-- RETURNS
--   1

local now = now_ms()
redis.call('ZREM', 'ng:workers', ARGV[1])
redis.call('ZREMRANGEBYSCORE', 'ng:workers:unable', '-inf', now)
redis.call('ZADD', 'ng:workers:unable', now + tonumber(ARGV[2]), ARGV[1])
return 1
