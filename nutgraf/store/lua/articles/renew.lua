-- Extend a lease that is still held.
--
-- KEYS USED
--   ng:article:<id>       hash        r  the article
--   ng:leased             sorted set  w  claimed articles, and followers, by when the lease ends
--   ng:flight:<analysis>  string      w  id of the article whose claim analyses this document
--   via lib/room.lua: use_reserved_room
-- ARGV
--   1  id     of the article
--   2  token  of the claim
-- RETURNS
--   1, or 0 if the lease was lost

local id, token = ARGV[1], ARGV[2]
local holder, flight = unpack(redis.call('HMGET', article_key(id), 'token', 'flight'))
if holder ~= token then return 0 end
use_reserved_room()
redis.call('ZADD', 'ng:leased', now_ms() + settings.lease_ms, id)
redis.call('SET', 'ng:flight:' .. flight, id, 'PX', settings.lease_ms)
return 1
