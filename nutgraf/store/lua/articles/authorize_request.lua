-- All that a request needs before it is served, in one look: whose key it is, what is left of the quota, and the
-- article that it reads. Who is refused is refused before anything is read.
-- ARGV: digest of the key's secret ('' when keys are off), now (as the key's times are written), scope,
-- tenant (when keys are off), purpose ('' when nothing is to be spent), limit, units, article ('' for none), held (when the
-- article was completed of which the caller holds the analysis: a large thing, and sent only to who has not got it).
-- FIELDS are those of its record, `tenant`, `status`, `story` and `completed_at` being the first.
-- Gives verdict, key, left, more_in_ms, owner, status, row, rank, gone, revision, completed_at and analysis; the verdict is
-- 'unknown', 'forbidden', 'limited' or 'granted', and what was not asked for is missing. All of it, and the row of the
-- record within it, is one string, which is quickly read: the length of each value ('-' if it is missing), a line feed, the
-- values.
local COUNT = 12
local digest, now, scope, tenant, purpose, limit, units, article, held = unpack(ARGV, 1, 9)

local function packed(values, count)
  local lengths, strings = {}, {}
  for place = 1, count do
    local string = values[place] and tostring(values[place])
    lengths[place] = string and #string or '-'
    strings[place] = string or ''
  end
  return table.concat(lengths, ' ') .. '\n' .. table.concat(strings)
end

local key = false
if digest ~= '' then
  key = redis.call('HGET', 'ng:keys', digest)
  if not key then return packed({'unknown'}, COUNT) end
  local known = cjson.decode(key)
  if known.expires_at ~= cjson.null and known.expires_at <= now then return packed({'unknown'}, COUNT) end
  local allowed = false
  for _, each in ipairs(known.scopes) do allowed = allowed or each == scope end
  if not allowed then return packed({'forbidden'}, COUNT) end
  tenant = known.tenant
end

local left, more_in = false, false
if purpose ~= '' then
  local granted
  granted, left, more_in = spend(tenant, purpose, tonumber(limit), tonumber(units))
  if not granted or left + tonumber(units) < 1 then
    return packed({'limited', key, left, more_in}, COUNT)
  end
end

if article == '' then return packed({'granted', key, left, more_in}, COUNT) end
local record_key = 'ng:article:' .. article
local record = redis.call('HMGET', record_key, unpack(FIELDS))
local owner, status, story, completed_at = unpack(record, 1, 4)
local row = packed(record, #FIELDS)
local rank, gone, revision, analysis = false, false, false, false
if not status or status == 'queued' or status == 'processing' then
  rank = redis.call('ZRANK', 'ng:queued', article)
  gone = redis.call('GET', 'ng:gone:' .. article)
end
if story and redis.call('HEXISTS', 'ng:story:' .. story, 'document') == 1 then
  revision = redis.call('HGET', 'ng:story:' .. story, 'revision')
end
if completed_at and completed_at ~= held then analysis = redis.call('HGET', record_key, 'analysis') end
local seen = {owner, status, row, rank, gone, revision, completed_at, analysis}
return packed({'granted', key, left, more_in, unpack(seen, 1, 8)}, COUNT)
