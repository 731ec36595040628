-- Keep account of the memory that unfinished articles still need, so that nothing is accepted that can't be finished.
-- Sizes of articles are counted in units: the bytes of the text plus what stands for the rest (`cost_of`). Finishing an
-- article adds a number of bytes for each unit, which is learned from what is stored with finished articles.
-- `GROWTH_PER_UNIT`, `GROWTH_MARGIN`, `SHARE_KEPT_FREE` and `LEAST_KEPT_FREE` are defined in front of all files, in Python.
--
-- KEYS USED
--   ng:room  hash  rw  memory of Redis, and what unfinished articles still need
-- ARGV
--   none
-- RETURNS
--   nothing; defines local functions

local ROOM = 'ng:room'
local READ_MS = 100  -- how long a reading of Redis' memory is used; it costs as much as a fifth of an acceptance
local WAITING_OVERHEAD = 2500  -- bytes of a waiting article besides its text and its fields; measured 1,650 to 1,850
local FINISHED_OVERHEAD = 6000  -- bytes of a finished article besides its analysis: tombstone, events, story; measured
local REMEMBERED = 128  -- finished articles over which the growth is averaged
local FIRST_UNITS = 80000  -- weight of the growth that is assumed before any was measured

-- Let the writes that follow pass when Redis is full. It refuses only the first write of a script, and none that adds
-- nothing, so this one adds nothing. Acceptance has reserved the room for what follows.
local function use_reserved_room() redis.call('PERSIST', ROOM) end

-- Return the number of bytes that finishing adds for each unit.
local function growth_of(kept) return tonumber(kept or GROWTH_PER_UNIT) end

-- Reserve room for finishing an article of so many units that takes so many bytes now, or return false if there is none.
-- The call changes nothing else, so that it can be the first of a script.
local function reserve_room(units, bytes, now)
  local used, limit, read_at, since, reserved, growth = unpack(redis.call('HMGET', ROOM, 'used', 'limit', 'read_at',
    'since', 'reserved', 'growth'))
  local age = now - tonumber(read_at or 0)
  reserved = math.max(0, tonumber(reserved or 0))
  if age < 0 or age >= READ_MS then
    local memory = redis.pcall('INFO', 'memory')
    if type(memory) == 'table' then return true end  -- a user who may not ask; a full Redis then refuses the write
    used = string.match(memory, 'used_memory:(%d+)') - (string.match(memory, 'mem_not_counted_for_evict:(%d+)') or 0)
    limit, since, read_at = string.match(memory, 'maxmemory:(%d+)'), 0, now
  end
  if tonumber(limit) > 0 then
    local needed = bytes + (reserved + units) * growth_of(growth) * GROWTH_MARGIN
    local kept_free = math.max(limit * SHARE_KEPT_FREE, LEAST_KEPT_FREE)
    if used + since + needed > limit - kept_free then return false end
  end
  local written
  if read_at == now then
    written = redis.pcall('HSET', ROOM, 'since', bytes, 'reserved', reserved + units, 'used', used, 'limit', limit,
      'read_at', now)
  else
    written = redis.pcall('HSET', ROOM, 'since', since + bytes, 'reserved', reserved + units)
  end
  if type(written) ~= 'table' then return true end
  -- Redis has become full since the reading.
  if string.find(written.err, 'OOM', 1, true) then return false end
  error(written.err)
end

-- Give back what was reserved for an article.
local function release_room(units) redis.call('HINCRBY', ROOM, 'reserved', -units) end

-- Set what is reserved to the sizes of all unfinished articles, added up.
local function correct_reserved_room(units)
  if tonumber(redis.call('HGET', ROOM, 'reserved') or 0) ~= units then redis.call('HSET', ROOM, 'reserved', units) end
end

-- Record that finished articles have got so many bytes more.
local function record_growth(bytes) redis.call('HINCRBYFLOAT', ROOM, 'grown', bytes) end

-- Learn the growth for each unit from an article of so many units that was finished with so many bytes.
local function record_finished(units, bytes)
  local grown, finished = unpack(redis.call('HMGET', ROOM, 'grown', 'finished'))
  finished = tonumber(finished or FIRST_UNITS)
  grown = tonumber(grown or finished * GROWTH_PER_UNIT)
  local kept = 1 - 1 / REMEMBERED
  finished, grown = finished * kept + units, grown * kept + bytes + FINISHED_OVERHEAD
  redis.call('HSET', ROOM, 'finished', string.format('%.0f', finished), 'grown', string.format('%.0f', grown),
    'growth', string.format('%.3f', math.max(0, grown / finished)))
end
