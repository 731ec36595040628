-- End an article as failed because it can't be analysed.
--
-- KEYS USED
--   ng:article:<id>  hash  r  the article
--   via lib/article_end.lua: fail
--   via lib/room.lua: use_reserved_room
-- ARGV
--   1  id      of the article
--   2  token   of the claim
--   3  type    of the failure
--   4  detail  of the failure, for people
-- RETURNS
--   1, or 0 if the lease was lost and nothing was changed

local id, token = ARGV[1], ARGV[2]
if redis.call('HGET', article_key(id), 'token') ~= token then return 0 end
use_reserved_room()
fail(id, ARGV[3], ARGV[4], now_ms())
return 1
