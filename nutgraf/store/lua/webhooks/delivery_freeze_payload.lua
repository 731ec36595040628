-- Store the exact payload of a delivery before it is first sent.
--
-- KEYS USED
--   ng:delivery:<id>  hash  rw  the delivery
--   via lib/room.lua: record_growth, use_reserved_room
-- ARGV
--   1  id       of the delivery
--   2  token    of the claim
--   3  payload  to store if none is stored yet
-- RETURNS
--   the payload to send, which is the one stored first; false if the lease was lost or the delivery has ended

local key = delivery_key(ARGV[1])
local holder, status = unpack(redis.call('HMGET', key, 'token', 'status'))
if holder ~= ARGV[2] or status ~= 'pending' then return false end
use_reserved_room()
if redis.call('HSETNX', key, 'payload', ARGV[3]) == 1 then record_growth(#ARGV[3]) end
return redis.call('HGET', key, 'payload')
