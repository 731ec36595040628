-- The tenants with articles to group, or with stories that have grown; each is given to one caller at a time, who must send a nudge for it. ARGV: limit
local now, found = now_ms(), {}
for _, tenant in ipairs(redis.call('ZRANGEBYSCORE', 'ng:stories:tenants', '-inf', now, 'LIMIT', 0, tonumber(ARGV[1]))) do
  if redis.call('ZCARD', story_waiting_key(tenant)) == 0 then
    redis.call('ZREM', 'ng:stories:tenants', tenant)
  else
    redis.call('ZADD', 'ng:stories:tenants', now + settings.resend_after_ms, tenant)
    found[#found + 1] = tenant
  end
end
local named = {}
for _, tenant in ipairs(found) do named[tenant] = true end
for _, tenant in ipairs(redis.call('ZRANGEBYSCORE', PASSES, '-inf', now, 'LIMIT', 0, tonumber(ARGV[1]))) do
  redis.call('ZADD', PASSES, now + settings.resend_after_ms, tenant)
  if not named[tenant] then found[#found + 1] = tenant end
end
return found
