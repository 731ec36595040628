-- Stories: which articles tell of one event. An article that is completed waits until a worker has grouped it; a
-- story whose articles have changed waits until a worker has compared them again.

local function story_key(id) return 'ng:story:' .. id end
local function story_members_key(tenant, id) return index_key(tenant, 'story:' .. id) end
local function story_list_key(tenant) return 'ng:stories:' .. tenant end
local function story_waiting_key(tenant) return 'ng:stories:waiting:' .. tenant end
-- Stories that have grown since they were last compared with those near to them, by when they first did.
local function story_grown_key(tenant) return 'ng:stories:grown:' .. tenant end
local function story_lock_key(tenant) return 'ng:stories:lock:' .. tenant end
-- A word under which stories are looked up.
local function story_term_key(tenant, term) return 'ng:stories:term:' .. tenant .. ':' .. term end
-- Stories are looked up for twice the window after their last article came in: what is within the window by its time
-- of publication may come in late.
local function story_reach_ms() return 2 * settings.story_window_ms end
-- Tenants with stories that have grown, by when these are compared.
local PASSES = 'ng:stories:passes'
-- Stories to compare, of all tenants: those that wait, by when they may be told again, and those being told, by
-- when their teller counts as lost.
local CHANGED, TELLING = 'ng:stories:changed', 'ng:stories:telling'

-- A tenant stands here as long as it has an article to group, by when its next nudge is due.
local function queue_for_clustering(tenant, article, now)
  redis.call('ZADD', story_waiting_key(tenant), now, article)
  redis.call('ZADD', 'ng:stories:tenants', 'NX', now, tenant)
end

-- Remembers an article under what its editions have in common, unless a later edition stands there.
-- `names` is JSON. Ids sort by time.
local function name_editions(tenant, article, names)
  for _, name in ipairs(cjson.decode(names)) do
    local key = 'ng:edition:' .. tenant .. ':' .. name
    local known = redis.call('GET', key)
    if not known or known < article or redis.call('EXISTS', article_key(known)) == 0 then
      redis.call('SET', key, article, 'PX', settings.article_ttl_ms)
    end
  end
end

local function schedule_clustering(tenant, due)
  redis.call('ZADD', PASSES, due, tenant)
  redis.call('PEXPIRE', PASSES, settings.article_ttl_ms)
end

-- The story may have come to be alike another one.
local function grow_story(tenant, id, now)
  redis.call('ZADD', story_grown_key(tenant), 'NX', now, id)
  redis.call('PEXPIRE', story_grown_key(tenant), settings.article_ttl_ms)
  if not redis.call('ZSCORE', PASSES, tenant) then schedule_clustering(tenant, now + settings.story_merge_ms) end
end

-- The story has other articles than those that were compared last. Whoever is telling it will see that.
local function change_story(id, now)
  redis.call('HINCRBY', story_key(id), 'version', 1)
  if redis.call('ZSCORE', TELLING, id) then return end
  local rests_until = tonumber(redis.call('HGET', story_key(id), 'rests_until') or 0)
  redis.call('ZADD', CHANGED, 'NX', math.max(now, rests_until), id)
end

-- The story has lost an article: what was compared before must not be told any more, and is told anew at once.
local function shrink_story(id, now)
  redis.call('HINCRBY', story_key(id), 'shrunk', 1)
  redis.call('HDEL', story_key(id), 'rests_until')
  redis.call('ZREM', TELLING, id)
  redis.call('ZREM', CHANGED, id)
  change_story(id, now)
end

local function forget_story(tenant, id)
  redis.call('DEL', story_key(id), story_members_key(tenant, id))
  redis.call('ZREM', story_list_key(tenant), id)
  redis.call('ZREM', story_grown_key(tenant), id)
  redis.call('ZREM', CHANGED, id)
  redis.call('ZREM', TELLING, id)
end

-- An article leaves its story; nothing that was read in it stays behind.
local function leave_story(tenant, article, now)
  redis.call('ZREM', story_waiting_key(tenant), article)
  local id = redis.call('HGET', article_key(article), 'story')
  if not id then return end
  purge_deliveries(id, now)
  redis.call('ZREM', story_members_key(tenant, id), article)
  if redis.call('ZCARD', story_members_key(tenant, id)) == 0 then return forget_story(tenant, id) end
  redis.call('HDEL', story_key(id), 'group', 'document')
  shrink_story(id, now)
end
