-- End an article as canceled before its analysis ends.
--
-- KEYS USED
--   ng:article:<id>  hash    r  the article
--   ng:gone:<id>     string  r  tombstone: tenant of a deleted or expired article
--   via lib/article_end.lua: finish, release_followers
--   via lib/room.lua: use_reserved_room
-- ARGV
--   1  id      of the article
--   2  tenant  who asks; must own the article
-- RETURNS
--   'canceled' | 'finished': too late | 'gone' | 'unknown'

local id, tenant = ARGV[1], ARGV[2]
local owner, status = unpack(redis.call('HMGET', article_key(id), 'tenant', 'status'))
if owner ~= tenant then return redis.call('GET', tombstone_key(id)) == tenant and 'gone' or 'unknown' end
if status == 'canceled' then return 'canceled' end
if status ~= 'queued' and status ~= 'processing' then return 'finished' end
use_reserved_room()
local now = now_ms()
release_followers(id, now)
finish(id, 'canceled', now)
return 'canceled'
