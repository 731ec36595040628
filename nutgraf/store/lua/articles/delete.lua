-- Removes an article with its text and every analysis made of it. ARGV: id, tenant
-- Gives 'deleted', 'gone' or 'unknown'.
local id, tenant = ARGV[1], ARGV[2]
local key = article_key(id)
local owner, digest = unpack(redis.call('HMGET', key, 'tenant', 'digest'))
if owner ~= tenant then return redis.call('GET', gone_key(id)) == tenant and 'gone' or 'unknown' end
local now = now_ms()
release_followers(id, now)
local made_by = redis.call('HGET', key, 'fingerprint')
if made_by then
  local analysis = analysis_key(tenant, made_by, digest)
  redis.call('DEL', analysis, meaning_key(analysis), sentences_key(analysis))
end
local answer = redis.call('HGET', key, 'answer')
if answer and redis.call('EXISTS', answer) == 1 then redis.call('HSET', answer, 'answer', '') end
uncount_unfinished(id, tenant)
for _, index in ipairs(cjson.decode(redis.call('HGET', key, 'indexes'))) do
  redis.call('ZREM', index_key(tenant, index), id)
end
leave_story(tenant, id, now)
redis.call('DEL', key)
purge_deliveries(id, now)
redis.call('SET', gone_key(id), tenant, 'PX', settings.tombstone_ttl_ms)
redis.call('PUBLISH', 'ng:finished:' .. id, 'gone')
return 'deleted'
