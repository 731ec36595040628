-- Keeps the exact bytes of a delivery before they are first sent. ARGV: id, token, payload
-- Gives the bytes to send: those kept first; or nothing when the lease is lost or the article deleted meanwhile.
local key = delivery_key(ARGV[1])
local holder, status = unpack(redis.call('HMGET', key, 'token', 'status'))
if holder ~= ARGV[2] or status ~= 'pending' then return false end
redis.call('HSETNX', key, 'payload', ARGV[3])
return redis.call('HGET', key, 'payload')
