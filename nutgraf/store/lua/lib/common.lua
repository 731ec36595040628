-- What every script shares. Only Redis' own clock counts, so that a worker's clock may be wrong.
-- Commands are limited to those of Redis 6.2.

-- The times and sizes that the service was configured with come before every script's own arguments.
local settings = cjson.decode(table.remove(ARGV, 1))

local function now_ms()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function article_key(id) return 'ng:article:' .. id end
local function gone_key(id) return 'ng:gone:' .. id end
-- An article stands in its tenant's index, and in one for each way of looking it up.
local function index_key(tenant, name) return 'ng:index:' .. tenant .. ':' .. name end
local function analysis_key(tenant, fingerprint, digest)
  return 'ng:analysis:' .. tenant .. ':' .. fingerprint .. ':' .. digest
end
-- The embedding of the document that an analysis was made of, and where its sentences stand.
local function meaning_key(analysis) return analysis .. ':meaning' end
local function sentences_key(analysis) return analysis .. ':sentences' end
