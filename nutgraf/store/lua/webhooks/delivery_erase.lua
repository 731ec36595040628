-- Erase a delivery: its record, its places in its lane and its log, and the links from its subjects.
-- A worker that is sending it can record nothing any more.
--
-- KEYS USED
--   ng:delivery:<id>        hash        rw  the delivery
--   ng:deliveries:<log>     sorted set  w   log of deliveries by creation time
--   ng:delivered:<subject>  set         w   deliveries whose payload is about the subject
--   ng:lane:<lane>          sorted set  w   waiting deliveries of the lane by when they are due
--   via lib/outbox.lua: finish_attempt, schedule_lane
-- ARGV
--   1  id      of the delivery
--   2  tenant  who must own the delivery
-- RETURNS
--   1, or 0 if there is none

local id, tenant = ARGV[1], ARGV[2]
local key = delivery_key(id)
local owner, endpoint, lane, about = unpack(redis.call('HMGET', key, 'tenant', 'endpoint', 'lane', 'about'))
if owner ~= tenant then return 0 end
for subject in string.gmatch(about, '%S+') do redis.call('SREM', 'ng:delivered:' .. subject, id) end
redis.call('ZREM', log_key(tenant, endpoint), id)
redis.call('ZREM', lane_key(lane), id)
finish_attempt(id, lane)
schedule_lane(lane)
redis.call('DEL', key)
return 1
