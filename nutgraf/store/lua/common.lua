-- What every script shares. Only Redis' own clock counts, so that a worker's clock may be wrong.
-- Commands are limited to those of Redis 6.2.

-- The times and sizes that the service was configured with come before every script's own arguments.
local settings = cjson.decode(table.remove(ARGV, 1))

local function now_ms()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end
