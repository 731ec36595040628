-- Define what every script shares: the settings, Redis' clock and the names of the article keys.
-- Times come from Redis' clock alone, so that a wrong clock of a worker does no harm.
-- All scripts use only commands of Redis 6.2.
--
-- KEYS USED
--   none
-- ARGV
--   1  settings  JSON of times and sizes; removed here, so that a script's own arguments begin at 1
-- RETURNS
--   nothing; defines local functions

local settings = cjson.decode(table.remove(ARGV, 1))

local function now_ms()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function article_key(id) return 'ng:article:' .. id end
local function tombstone_key(id) return 'ng:gone:' .. id end
-- An article is a member of the index `all` and of one index for each field by which it can be found.
local function index_key(tenant, name) return 'ng:index:' .. tenant .. ':' .. name end
local function analysis_key(tenant, fingerprint, digest)
  return 'ng:analysis:' .. tenant .. ':' .. fingerprint .. ':' .. digest
end
-- The document embedding and the sentence spans are stored beside the cached analysis.
local function embedding_key(analysis) return analysis .. ':meaning' end
local function sentences_key(analysis) return analysis .. ':sentences' end
