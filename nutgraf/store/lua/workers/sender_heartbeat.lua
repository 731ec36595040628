-- Record that a webhook worker is alive.
--
-- KEYS USED
--   ng:senders  sorted set  w  live webhook workers by when they count as lost
--   via lib/room.lua: use_reserved_room
-- ARGV
--   1  worker    name of the worker, ending in ':<slots>', the number of deliveries that it sends at once
--   2  alive_ms  how long it counts as alive
-- RETURNS
--   1

use_reserved_room()
redis.call('ZADD', 'ng:senders', now_ms() + tonumber(ARGV[2]), ARGV[1])
return 1
