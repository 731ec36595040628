-- Stories were compared with those near to them and are none of these. ARGV: tenant, token, stories…
-- Gives 1; 0 when the lock was lost and nothing is changed.
local tenant, token = ARGV[1], ARGV[2]
if redis.call('GET', story_lock_key(tenant)) ~= token then return 0 end
redis.call('ZREM', story_grown_key(tenant), unpack(ARGV, 3))
return 1
