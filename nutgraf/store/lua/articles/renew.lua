-- Lengthens a lease that is still held. ARGV: id, token. Gives 1, or 0 when the lease is lost.
local id, token = ARGV[1], ARGV[2]
local holder, flight = unpack(redis.call('HMGET', article_key(id), 'token', 'flight'))
if holder ~= token then return 0 end
redis.call('ZADD', 'ng:leased', now_ms() + settings.lease_ms, id)
redis.call('SET', 'ng:flight:' .. flight, id, 'PX', settings.lease_ms)
return 1
