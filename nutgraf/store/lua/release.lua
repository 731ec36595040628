-- Hands an article back unharmed: the attempt does not count. ARGV: id, token. Gives 1, or 0 when the lease is lost.
local id, token = ARGV[1], ARGV[2]
local key = article_key(id)
if redis.call('HGET', key, 'token') ~= token then return 0 end
local now = now_ms()
redis.call('HINCRBY', key, 'attempts', -1)
disband(id, now)
redis.call('HDEL', key, 'flight')
enqueue(id, now)
return 1
