-- A worker says that it is there and what its pipeline can do.
-- ARGV: worker, pipeline (JSON), alive_ms, first ('1' when the worker has just started)
local now = now_ms()
redis.call('ZREMRANGEBYSCORE', 'ng:workers', '-inf', now)
redis.call('ZADD', 'ng:workers', now + tonumber(ARGV[3]), ARGV[1])
if ARGV[4] == '1' or redis.call('TTL', 'ng:pipeline') < 86400 then
  redis.call('SET', 'ng:pipeline', ARGV[2], 'EX', 604800)
end
-- A worker that has just started has claimed nothing yet; that is no sign of lost nudges.
if ARGV[4] == '1' then redis.call('HSET', 'ng:pace', 'claimed_at', now) end
return 1
