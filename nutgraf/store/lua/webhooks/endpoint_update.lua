-- Changes an endpoint. ARGV: id, tenant, then field, value, … Gives 1, or 0 when the tenant has none such.
local id, tenant = ARGV[1], ARGV[2]
local key = endpoint_key(id)
if redis.call('HGET', key, 'tenant') ~= tenant then return 0 end
for at = 3, #ARGV, 2 do
  redis.call('HSET', key, ARGV[at], ARGV[at + 1])
  if ARGV[at] == 'enabled' then
    -- Switched on again or off by hand: what it did before counts no more.
    redis.call('DEL', health_key(id))
    redis.call('HDEL', key, 'disabled_reason')
    if ARGV[at + 1] == '0' then redis.call('HSET', key, 'disabled_reason', 'operator') end
  elseif ARGV[at] == 'url' then
    redis.call('DEL', health_key(id))
  end
end
schedule(id)
return 1
