-- A worker stops before everything is grouped and compared. ARGV: tenant, token
local tenant, token = ARGV[1], ARGV[2]
if redis.call('GET', story_lock_key(tenant)) == token then
  redis.call('DEL', story_lock_key(tenant))
  redis.call('ZADD', 'ng:stories:tenants', now_ms(), tenant)
  if redis.call('ZSCORE', PASSES, tenant) then schedule_clustering(tenant, now_ms()) end
end
return 1
