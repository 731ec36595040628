-- Lease the tenants that have articles to group or a merge pass due; the caller must send a nudge for each.
-- Until the lease runs out, no other caller gets the same tenant.
--
-- KEYS USED
--   ng:stories:waiting:<tenant>  sorted set  r   articles that wait for clustering
--   ng:stories:tenants           sorted set  rw  tenants with articles that wait for clustering, by when a nudge is due
--   ng:stories:passes            sorted set  rw  tenants by when their next merge pass is due
-- ARGV
--   1  limit  tenants of either kind to return at most
-- RETURNS
--   {tenant, …}

local now, found = now_ms(), {}
for _, tenant in ipairs(redis.call('ZRANGEBYSCORE', 'ng:stories:tenants', '-inf', now, 'LIMIT', 0, tonumber(ARGV[1]))) do
  if redis.call('ZCARD', story_waiting_key(tenant)) == 0 then
    redis.call('ZREM', 'ng:stories:tenants', tenant)
  else
    redis.call('ZADD', 'ng:stories:tenants', now + settings.resend_after_ms, tenant)
    found[#found + 1] = tenant
  end
end
local listed = {}
for _, tenant in ipairs(found) do listed[tenant] = true end
for _, tenant in ipairs(redis.call('ZRANGEBYSCORE', MERGE_PASSES, '-inf', now, 'LIMIT', 0, tonumber(ARGV[1]))) do
  redis.call('ZADD', MERGE_PASSES, now + settings.resend_after_ms, tenant)
  if not listed[tenant] then found[#found + 1] = tenant end
end
return found
