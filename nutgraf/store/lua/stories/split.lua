-- Split a story: move some of its articles to new stories.
--
-- KEYS USED
--   ng:story:<id>                    hash        rw  the story
--   ng:index:<tenant>:story:<story>  sorted set  rw  articles of the story by creation time
--   ng:stories:lock:<tenant>         string      rw  token of the worker that holds the tenant's stories
--   via lib/article_end.lua: emit
--   via lib/outbox.lua: share_subject_links
--   via lib/report_copies.lua: set_with_copies
--   via lib/story_index.lua: mark_story_changed, mark_story_grown, mark_story_shrunk, record_terms
-- ARGV
--   1  tenant    whose story
--   2  token     of the tenant's story lock
--   3  story     id
--   4  shrunk    how often the story had lost an article when it was read
--   5  centroid  of the articles that stay, as JSON
--   6  parts     JSON list of the new stories: `story`, `articles`, `centroid` (JSON) and `terms` of each
-- RETURNS
--   1, also if it was split so before; 0 if the lock was lost or the story's articles are others, and nothing was changed

local tenant, token, id, shrunk, centroid = unpack(ARGV, 1, 5)
local parts = cjson.decode(ARGV[6])
if redis.call('GET', story_lock_key(tenant)) ~= token then return 0 end
if redis.call('EXISTS', story_key(parts[1].story)) == 1 then return 1 end
if (redis.call('HGET', story_key(id), 'shrunk') or '0') ~= shrunk then return 0 end
local members, moved = story_members_key(tenant, id), {}
for _, part in ipairs(parts) do
  for _, article in ipairs(part.articles) do
    if not redis.call('ZSCORE', members, article) then return 0 end
    moved[#moved + 1] = article
  end
end
if redis.call('ZCARD', members) <= #moved then return 0 end
redis.call('SET', story_lock_key(tenant), token, 'PX', settings.lease_ms)
local now, revision = now_ms(), tonumber(redis.call('HGET', story_key(id), 'revision'))

-- Set when the first and the last article of a story came.
local function record_times(story)
  local all = story_members_key(tenant, story)
  local first, last = redis.call('ZRANGE', all, 0, 0, 'WITHSCORES'), redis.call('ZREVRANGE', all, 0, 0, 'WITHSCORES')
  redis.call('HSET', story_key(story), 'first_seen', first[2], 'last_seen', last[2])
end

local stories = {id}
for _, part in ipairs(parts) do
  local key, own = story_key(part.story), story_members_key(tenant, part.story)
  for _, article in ipairs(part.articles) do
    redis.call('ZADD', own, redis.call('ZSCORE', members, article), article)
    redis.call('ZREM', members, article)
    set_with_copies(article, 'story', part.story)
  end
  redis.call('HSET', key, 'tenant', tenant, 'group', part.centroid, 'revision', 0, 'split_from', id)
  record_times(part.story)
  redis.call('PEXPIRE', key, settings.article_ttl_ms)
  redis.call('PEXPIRE', own, settings.article_ttl_ms)
  record_terms(tenant, part.story, part.terms, now)
  mark_story_grown(tenant, part.story, now)
  mark_story_changed(part.story, now)
  stories[#stories + 1] = part.story
end
redis.call('HSET', story_key(id), 'group', centroid)
record_times(id)
mark_story_shrunk(id, now)
-- The merge pass would join what was parted, and the next pass part it again. What the story was parted from before counts for
-- every part: an article that is similar to two stories would else move to and fro between them.
local parted = redis.call('HGET', story_key(id), 'parted')
for _, story in ipairs(stories) do
  redis.call('HSET', story_key(story), 'parted', add_ids(parted, stories, story))
end
table.remove(stories, 1)
if revision > 0 then
  emit('story.split', tenant, id, cjson.encode({revision = revision, split_into = stories, moved_articles = moved}))
end
-- What was delivered about the story tells of the moved articles, too.
for _, story in ipairs(stories) do share_subject_links(story, id) end
return 1
