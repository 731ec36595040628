-- Count what a tenant has used of a quota in a sliding minute.
-- The count is what was used in this minute of the clock, plus the part of the last minute's use that lies less than 60
-- seconds back, as if that use had been spread evenly.
--
-- KEYS USED
--   ng:used:<purpose>:<tenant>  hash  rw  units of a quota that were used
-- ARGV
--   none
-- RETURNS
--   nothing; defines local functions

local MINUTE_MS = 60000

-- Take units if enough are left. Return whether they were granted, the units left, and the milliseconds until there
-- are more.
local function spend(tenant, purpose, limit, units)
  local key = 'ng:used:' .. purpose .. ':' .. tenant
  local time = redis.call('TIME')
  local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
  local minute, left = math.floor(now / MINUTE_MS), MINUTE_MS - now % MINUTE_MS
  local kept = redis.call('HMGET', key, 'minute', 'spent', 'before')
  local age = minute - tonumber(kept[1] or 0)
  local spent, before = tonumber(kept[2] or 0), tonumber(kept[3] or 0)
  if age == 1 then spent, before = 0, spent elseif age > 1 then spent, before = 0, 0 end
  local counts = math.floor(before * left / MINUTE_MS)
  local granted = counts + spent + units <= limit
  if granted and units > 0 then
    spent = spent + units
    -- A full Redis refuses only the first write of a script, and none that adds nothing; so this one comes first.
    -- A quota that can't be written for another reason, such as a full disk, refuses nobody who reads.
    local expiry = redis.pcall('PEXPIRE', key, 2 * MINUTE_MS)
    if type(expiry) ~= 'table' then
      redis.call('HSET', key, 'minute', minute, 'spent', spent, 'before', before)
      if expiry == 0 then redis.call('PEXPIRE', key, 2 * MINUTE_MS) end
    elseif purpose ~= 'read' or string.find(expiry.err, 'READONLY', 1, true) then
      error(expiry.err)
    end
  end
  local more_in = counts > 0 and left - counts * MINUTE_MS / before or left
  return granted, math.max(0, limit - counts - spent), math.ceil(more_in)
end
