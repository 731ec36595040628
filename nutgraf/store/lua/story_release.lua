-- A worker stops grouping before everything is grouped. ARGV: tenant, token
if redis.call('GET', story_lock_key(ARGV[1])) == ARGV[2] then
  redis.call('DEL', story_lock_key(ARGV[1]))
  redis.call('ZADD', 'ng:stories:tenants', now_ms(), ARGV[1])
end
return 1
