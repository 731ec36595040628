-- The stories to compare again. ARGV: tenant, limit. Gives their ids; each is handed out to one worker at a time.
local tenant, found = ARGV[1], {}
local now = now_ms()
for _, id in ipairs(redis.call('ZRANGEBYSCORE', story_changed_key(tenant), '-inf', now, 'LIMIT', 0, tonumber(ARGV[2]))) do
  -- Whoever compares has a lease's time; after it another worker finds the story here again.
  redis.call('ZADD', story_changed_key(tenant), now + settings.lease_ms, id)
  found[#found + 1] = id
end
if redis.call('ZCARD', story_changed_key(tenant)) == 0 and redis.call('ZCARD', story_waiting_key(tenant)) == 0 then
  redis.call('ZREM', 'ng:stories:tenants', tenant)
end
return found
