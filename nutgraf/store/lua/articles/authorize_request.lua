-- Check a request before it is served, in one round trip: its API key, its quota, and the article that it reads.
-- A refused request reads nothing else. `FIELDS`, defined in front of this script, are the fields of the article to
-- return; they begin with tenant, status, story and completed_at.
--
-- KEYS USED
--   ng:article:<id>  hash        r  the article
--   ng:gone:<id>     string      r  tombstone: tenant of a deleted or expired article
--   ng:queued        sorted set  r  waiting articles by turn
--   ng:keys          hash        r  API key records (JSON) by digest of the secret
--   ng:story:<id>    hash        r  the story
--   via access/quota.lua: spend
-- ARGV
--   1  digest   SHA-256 of the key's secret; '' when keys are off
--   2  now      RFC 3339 time, to compare with the key's expiry
--   3  scope    that the key must have
--   4  tenant   when keys are off
--   5  purpose  quota to use: 'submit' or 'read'; '' for none
--   6  limit    units of the quota per minute
--   7  units    to take
--   8  article  id of the article to read; '' for none
--   9  held     completed_at of the article whose analysis the caller has; that analysis is not sent again
-- RETURNS
--   verdict, key, left, more_in_ms, owner, status, row, rank, gone, revision, completed_at and analysis as one packed string;
--   the verdict is 'unknown', 'forbidden', 'limited' or 'granted', and values that do not apply are missing;
--   row is the packed FIELDS. Packed: the lengths of all values ('-' for a missing one), a line feed, the values.

local COUNT = 12 -- values returned
local digest, now, scope, tenant, purpose, limit, units, article, held = unpack(ARGV, 1, 9)

-- Encode values as one string, which costs the client less to parse than an array.
local function packed(values, count)
  local lengths, strings = {}, {}
  for position = 1, count do
    local string = values[position] and tostring(values[position])
    lengths[position] = string and #string or '-'
    strings[position] = string or ''
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
local found = {owner, status, row, rank, gone, revision, completed_at, analysis}
return packed({'granted', key, left, more_in, unpack(found, 1, 8)}, COUNT)
