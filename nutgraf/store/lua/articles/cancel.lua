-- Ends an article before its analysis does. ARGV: id, tenant
-- Gives 'canceled', 'finished' (too late), 'gone' or 'unknown'.
local id, tenant = ARGV[1], ARGV[2]
local owner, status = unpack(redis.call('HMGET', article_key(id), 'tenant', 'status'))
if owner ~= tenant then return redis.call('GET', gone_key(id)) == tenant and 'gone' or 'unknown' end
if status == 'canceled' then return 'canceled' end
if status ~= 'queued' and status ~= 'processing' then return 'finished' end
local now = now_ms()
release_followers(id, now)
finish(id, 'canceled', now)
return 'canceled'
