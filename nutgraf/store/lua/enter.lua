-- All that a request needs before it is served, in one look: whose key it is, what is left of the quota, and the
-- article that it reads. Who is refused is refused before anything is read.
-- ARGV: digest of the key's secret ('' when keys are off), now (as the key's times are written), scope,
-- tenant (when keys are off), purpose ('' when nothing is to be spent), limit, units, article ('' for none).
-- FIELDS are those of its record, `tenant`, `status` and `story` being the first.
-- Gives {verdict, key, left, more_in_ms, owner, status, row, rank, gone, revision}; verdict is 'unknown', 'forbidden',
-- 'limited' or 'granted', and whatever was not asked for is nil. A row is one string, which is quickly handed on:
-- the lengths of all fields ('-' for one that is missing), a line feed, and the fields.
local digest, now, scope, tenant, purpose, limit, units, article = unpack(ARGV, 1, 8)

local key = false
if digest ~= '' then
  key = redis.call('HGET', 'ng:keys', digest)
  if not key then return {'unknown'} end
  local known = cjson.decode(key)
  if known.expires_at ~= cjson.null and known.expires_at <= now then return {'unknown'} end
  local allowed = false
  for _, each in ipairs(known.scopes) do allowed = allowed or each == scope end
  if not allowed then return {'forbidden'} end
  tenant = known.tenant
end

local left, more_in = false, false
if purpose ~= '' then
  local granted
  granted, left, more_in = spend(tenant, purpose, tonumber(limit), tonumber(units))
  if not granted or left + tonumber(units) < 1 then return {'limited', key, left, more_in} end
end

if article == '' then return {'granted', key, left, more_in} end
local record_key = 'ng:article:' .. article
local record = redis.call('HMGET', record_key, unpack(FIELDS))
local owner, status, story = unpack(record, 1, 3)
local lengths, fields = {}, {}
for place, field in ipairs(record) do
  lengths[place] = field and #field or '-'
  fields[place] = field or ''
end
local row = table.concat(lengths, ' ') .. '\n' .. table.concat(fields)
local rank, gone, revision = false, false, false
if not status or status == 'queued' or status == 'processing' then
  rank = redis.call('ZRANK', 'ng:queued', article)
  gone = redis.call('GET', 'ng:gone:' .. article)
end
if story and redis.call('HEXISTS', 'ng:story:' .. story, 'document') == 1 then
  revision = redis.call('HGET', 'ng:story:' .. story, 'revision')
end
return {'granted', key, left, more_in, owner, status, row, rank, gone, revision}
