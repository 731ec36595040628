-- Keep the stories: their members, their search terms, and the queues for clustering, merging and publishing.
-- A completed article waits for clustering. A story whose articles have changed waits to be published again.
--
-- KEYS USED
--   ng:story:<id>                    hash        rw  the story
--   ng:index:<tenant>:story:<story>  sorted set  w   articles of the story by creation time
--   ng:stories:<tenant>              sorted set  w   published stories by their last article
--   ng:stories:waiting:<tenant>      sorted set  w   articles that wait for clustering
--   ng:stories:tenants               sorted set  w   tenants with articles that wait for clustering, by when a nudge is due
--   ng:stories:grown:<tenant>        sorted set  w   stories that have grown since their last merge pass
--   ng:stories:term:<tenant>:<term>  sorted set  rw  stories with this search term, by their last article
--   ng:terms:<story>                 set         rw  search terms of the story
--   ng:stories:passes                sorted set  rw  tenants by when their next merge pass is due
--   ng:stories:changed               sorted set  w   stories that wait to be published, by when they are due
--   ng:stories:telling               sorted set  rw  stories that are being published, by when the lease ends
-- ARGV
--   none
-- RETURNS
--   nothing; defines local functions

local function story_key(id) return 'ng:story:' .. id end
local function story_members_key(tenant, id) return index_key(tenant, 'story:' .. id) end
local function story_list_key(tenant) return 'ng:stories:' .. tenant end
local function story_waiting_key(tenant) return 'ng:stories:waiting:' .. tenant end
local function story_grown_key(tenant) return 'ng:stories:grown:' .. tenant end
local function story_lock_key(tenant) return 'ng:stories:lock:' .. tenant end
local function story_term_key(tenant, term) return 'ng:stories:term:' .. tenant .. ':' .. term end
local function story_terms_key(id) return 'ng:terms:' .. id end

-- A story can be found by its terms for twice the window after its last article came in: an article that is within
-- the window by its time of publication may come in late.
local function story_search_ms() return 2 * settings.story_window_ms end

-- A merge pass compares the stories of a tenant that have grown with similar stories.
local MERGE_PASSES = 'ng:stories:passes'
-- Stories of all tenants that wait to be published, and those that a worker is publishing.
local CHANGED, PUBLISHING = 'ng:stories:changed', 'ng:stories:telling'

-- Queue a completed article for clustering. Its tenant is listed as long as an article waits.
local function queue_for_clustering(tenant, article, now)
  redis.call('ZADD', story_waiting_key(tenant), now, article)
  redis.call('ZADD', 'ng:stories:tenants', 'NX', now, tenant)
end

-- Set when the tenant's next merge pass is due.
local function schedule_merge_pass(tenant, due)
  redis.call('ZADD', MERGE_PASSES, due, tenant)
  redis.call('PEXPIRE', MERGE_PASSES, settings.article_ttl_ms)
end

-- Queue a story that has grown for the next merge pass: it may have become similar to another one.
local function mark_story_grown(tenant, id, now)
  redis.call('ZADD', story_grown_key(tenant), 'NX', now, id)
  redis.call('PEXPIRE', story_grown_key(tenant), settings.article_ttl_ms)
  if not redis.call('ZSCORE', MERGE_PASSES, tenant) then schedule_merge_pass(tenant, now + settings.story_merge_ms) end
end

-- Queue a story for publishing after its articles changed. A worker that is publishing it sees the new version.
local function mark_story_changed(id, now)
  redis.call('HINCRBY', story_key(id), 'version', 1)
  if redis.call('ZSCORE', PUBLISHING, id) then return end
  local rests_until = tonumber(redis.call('HGET', story_key(id), 'rests_until') or 0)
  redis.call('ZADD', CHANGED, 'NX', math.max(now, rests_until), id)
end

-- Queue a story for publishing at once after it lost an article. A comparison that is being made with the lost
-- article will be refused.
local function mark_story_shrunk(id, now)
  redis.call('HINCRBY', story_key(id), 'shrunk', 1)
  redis.call('HDEL', story_key(id), 'rests_until')
  redis.call('ZREM', PUBLISHING, id)
  redis.call('ZREM', CHANGED, id)
  mark_story_changed(id, now)
end

-- Let a story be found by a search term that one of its articles had at the time `seen`.
local function record_term(tenant, id, name, seen, now)
  local term = story_term_key(tenant, name)
  redis.call('ZADD', term, 'GT', seen, id)
  redis.call('ZREMRANGEBYSCORE', term, '-inf', now - story_search_ms())
  redis.call('PEXPIRE', term, story_search_ms())
  -- The terms are words of the articles, and must be found again when the story ends.
  redis.call('SADD', story_terms_key(id), name)
  redis.call('PEXPIRE', story_terms_key(id), story_search_ms())
end

-- Let a story be found by search terms.
local function record_terms(tenant, id, terms, now)
  for _, name in ipairs(terms) do record_term(tenant, id, name, now, now) end
end

-- Let a story be found by the search terms of another one that is merged into it.
local function take_terms(tenant, id, giver, now)
  for _, name in ipairs(redis.call('SMEMBERS', story_terms_key(giver))) do
    local seen = redis.call('ZSCORE', story_term_key(tenant, name), giver)
    if seen then record_term(tenant, id, name, seen, now) end
  end
end

-- Let a story be found by no term any more. A term that no other story has leaves no key, for the key's name is the term.
local function forget_terms(tenant, id, now)
  for _, name in ipairs(redis.call('SMEMBERS', story_terms_key(id))) do
    redis.call('ZREM', story_term_key(tenant, name), id)
    redis.call('ZREMRANGEBYSCORE', story_term_key(tenant, name), '-inf', now - story_search_ms())
  end
  redis.call('DEL', story_terms_key(id))
end

-- Add ids to a list (JSON; false for none), each once and never `own`; the latest are kept. Return the list.
local MOST_RELATED = 50
local function add_ids(list, ids, own)
  local known, listed = cjson.decode(list or '[]'), {[own] = true}
  for _, id in ipairs(known) do listed[id] = true end
  for _, id in ipairs(ids) do
    if not listed[id] then known[#known + 1] = id end
    listed[id] = true
  end
  while #known > MOST_RELATED do table.remove(known, 1) end
  return cjson.encode(known)
end

-- Delete a story with its lists and its search terms.
local function delete_story(tenant, id)
  forget_terms(tenant, id, now_ms())
  redis.call('DEL', story_key(id), story_members_key(tenant, id))
  redis.call('ZREM', story_list_key(tenant), id)
  redis.call('ZREM', story_grown_key(tenant), id)
  redis.call('ZREM', CHANGED, id)
  redis.call('ZREM', PUBLISHING, id)
end
