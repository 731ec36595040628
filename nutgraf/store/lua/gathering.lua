-- Stories: which articles tell of one event. An article that is completed waits until a worker has grouped it; a
-- story whose articles have changed waits until a worker has compared them again.

local function story_key(id) return 'ng:story:' .. id end
local function story_members_key(tenant, id) return 'ng:index:' .. tenant .. ':story:' .. id end
local function story_list_key(tenant) return 'ng:stories:' .. tenant end
local function story_waiting_key(tenant) return 'ng:stories:waiting:' .. tenant end
local function story_changed_key(tenant) return 'ng:stories:changed:' .. tenant end
local function story_lock_key(tenant) return 'ng:stories:lock:' .. tenant end
-- A word under which stories are looked up.
local function story_term_key(tenant, term) return 'ng:stories:term:' .. tenant .. ':' .. term end

-- A tenant stands here as long as it has an article to group or a story to compare.
local function call_for_stories(tenant, now) redis.call('ZADD', 'ng:stories:tenants', 'NX', now, tenant) end

local function await_story(tenant, article, now)
  redis.call('ZADD', story_waiting_key(tenant), now, article)
  call_for_stories(tenant, now)
end

-- The story has other articles than those that were compared last.
local function change_story(tenant, id, now)
  redis.call('HINCRBY', story_key(id), 'version', 1)
  redis.call('ZADD', story_changed_key(tenant), now, id)
  call_for_stories(tenant, now)
end

local function forget_story(tenant, id)
  redis.call('DEL', story_key(id), story_members_key(tenant, id))
  redis.call('ZREM', story_list_key(tenant), id)
  redis.call('ZREM', story_changed_key(tenant), id)
end

-- An article leaves its story; nothing that was read in it stays behind.
local function leave_story(tenant, article, now)
  redis.call('ZREM', story_waiting_key(tenant), article)
  local id = redis.call('HGET', 'ng:article:' .. article, 'story')
  if not id then return end
  purge_deliveries(id, now)
  redis.call('ZREM', story_members_key(tenant, id), article)
  if redis.call('ZCARD', story_members_key(tenant, id)) == 0 then return forget_story(tenant, id) end
  redis.call('HDEL', story_key(id), 'group', 'document')
  change_story(tenant, id, now)
end
