-- Sends a delivery again from the start of its schedule. ARGV: id, tenant
-- Gives 'queued' (also when it is in the air this moment), 'unknown', 'gone' (its article was deleted) or 'disabled'.
local id, tenant = ARGV[1], ARGV[2]
local owner, purged, endpoint = unpack(redis.call('HMGET', delivery_key(id), 'tenant', 'purged', 'endpoint'))
if owner ~= tenant then return 'unknown' end
if purged then return 'gone' end
if endpoint ~= '' and redis.call('HGET', endpoint_key(endpoint), 'enabled') ~= '1' then return 'disabled' end
if not redis.call('ZSCORE', 'ng:sending', id) then redeliver(id, now_ms()) end
return 'queued'
