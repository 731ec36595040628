-- Two stories turn out to be one. ARGV: tenant, token, survivor, absorbed, group
-- Gives 1; 0 when the lock was lost or one of them is no more, and nothing is changed.
local tenant, token, id, absorbed, group = unpack(ARGV, 1, 5)
if redis.call('GET', story_lock_key(tenant)) ~= token then return 0 end
if redis.call('HEXISTS', story_key(id), 'group') == 0 or redis.call('HEXISTS', story_key(absorbed), 'group') == 0 then
  return 0
end
redis.call('SET', story_lock_key(tenant), token, 'PX', settings.lease_ms)
local now = now_ms()
local members, moved = story_members_key(tenant, id), story_members_key(tenant, absorbed)
local rows = redis.call('ZRANGE', moved, 0, -1, 'WITHSCORES')
for position = 1, #rows, 2 do
  redis.call('ZADD', members, rows[position + 1], rows[position])
  if redis.call('EXISTS', article_key(rows[position])) == 1 then
    redis.call('HSET', article_key(rows[position]), 'story', id)
  end
end
local first, last = redis.call('HGET', story_key(absorbed), 'first_seen'), redis.call('HGET', story_key(absorbed), 'last_seen')
local own_first, own_last = unpack(redis.call('HMGET', story_key(id), 'first_seen', 'last_seen'))
redis.call('HSET', story_key(id), 'group', group, 'first_seen', math.min(first, own_first), 'last_seen', math.max(last, own_last))
redis.call('PEXPIRE', members, settings.article_ttl_ms)
redis.call('PEXPIRE', story_key(id), settings.article_ttl_ms)
forget_story(tenant, absorbed)
inherit_deliveries(id, absorbed)
redis.call('HSET', story_key(absorbed), 'tenant', tenant, 'merged_into', id)
redis.call('PEXPIRE', story_key(absorbed), settings.article_ttl_ms)
grow_story(tenant, id, now)
change_story(id, now)
return 1
