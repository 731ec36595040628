-- Keep one report for each text, however often it is sent.
-- The first article represents the report in its story, and the later ones are its copies. A copy names that article and has the
-- same story, but the story does not list it. A name, such as that of a URL, leads to the latest article that has it.
--
-- KEYS USED
--   ng:article:<id>                  hash        rw  the article
--   ng:copies:<article>              sorted set  rw  copies of an article by creation time
--   ng:edition:<tenant>:<name>       string      rw  id of the latest article with this name
--   ng:story:<id>                    hash        w   the story
--   ng:index:<tenant>:story:<story>  sorted set  rw  articles of the story by creation time
--   ng:stories:waiting:<tenant>      sorted set  w   articles that wait for clustering
--   via lib/outbox.lua: purge_deliveries
--   via lib/story_index.lua: delete_story, mark_story_changed, mark_story_shrunk
-- ARGV
--   none
-- RETURNS
--   nothing; defines local functions

local function copies_key(article) return 'ng:copies:' .. article end
local function edition_key(tenant, name) return 'ng:edition:' .. tenant .. ':' .. name end

-- Return the copies of an article, and the article last.
local function with_copies(article)
  local found = redis.call('ZRANGE', copies_key(article), 0, -1)
  found[#found + 1] = article
  return found
end

-- Set a field of an article and of its copies.
local function set_with_copies(article, field, value)
  for _, each in ipairs(with_copies(article)) do
    if redis.call('EXISTS', article_key(each)) == 1 then redis.call('HSET', article_key(each), field, value) end
  end
end

-- Record an article as the copy of the one that represents its report.
local function add_copy(original, article, article_ms)
  redis.call('HSET', article_key(article), 'copy_of', original)
  redis.call('ZADD', copies_key(original), article_ms, article)
  redis.call('PEXPIRE', copies_key(original), settings.article_ttl_ms)
end

-- Let a copy represent the report in its story instead of an article, which leaves the story. Return the copy; nil if none lives.
-- If the caller names no heir it is the latest copy, which expires last.
local function hand_over(tenant, article, id, heir)
  local members, rows = story_members_key(tenant, id), redis.call('ZREVRANGE', copies_key(article), 0, -1, 'WITHSCORES')
  redis.call('DEL', copies_key(article))
  redis.call('ZREM', members, article)
  for position = 1, #rows, 2 do
    local copy, copy_ms = rows[position], rows[position + 1]
    if redis.call('EXISTS', article_key(copy)) == 1 then
      heir = heir or copy
      if copy == heir then
        redis.call('HDEL', article_key(copy), 'copy_of')
        redis.call('ZADD', members, copy_ms, copy)
      else
        add_copy(heir, copy, copy_ms)
      end
    end
  end
  return heir
end

-- Return the article that represents an article's report in its story, and the story; nil if none does.
local function representative(tenant, article)
  local original, id = unpack(redis.call('HMGET', article_key(article), 'copy_of', 'story'))
  original = original or article
  if not id or not redis.call('ZSCORE', story_members_key(tenant, id), original) then return nil end
  if redis.call('EXISTS', article_key(original)) == 1 then return original, id end
  mark_story_changed(id, now_ms())
  return hand_over(tenant, original, id), id
end

-- Record an article as the latest one under each name in `names` (JSON), unless a later one is recorded. Ids sort by time.
local function record_edition(tenant, article, names)
  redis.call('HSET', article_key(article), 'editions', names)
  for _, name in ipairs(cjson.decode(names)) do
    local known = redis.call('GET', edition_key(tenant, name))
    if not known or known < article or redis.call('EXISTS', article_key(known)) == 0 then
      redis.call('SET', edition_key(tenant, name), article, 'PX', settings.article_ttl_ms)
    end
  end
end

-- Return whether an article has one of these names.
local function has_name(article, names)
  local own = redis.call('HGET', article_key(article), 'editions') or ''
  for _, name in ipairs(names) do
    if string.find(own, name, 1, true) then return true end
  end
  return false
end

-- Let the names of an article that leaves its report lead to the latest other article of the report that has the name.
local function release_names(tenant, article, original)
  local names, others = redis.call('HGET', article_key(article), 'editions') or '[]', with_copies(original)
  table.sort(others, function(a, b) return a > b end)
  for _, name in ipairs(cjson.decode(names)) do
    if redis.call('GET', edition_key(tenant, name)) == article then
      redis.call('DEL', edition_key(tenant, name))
      for _, other in ipairs(others) do
        if other ~= article and has_name(other, {name}) then
          redis.call('SET', edition_key(tenant, name), other, 'PX', settings.article_ttl_ms)
          break
        end
      end
    end
  end
end

-- Take an article out of its report; return whether its story listed it.
local function leave_report(tenant, article, original, id)
  release_names(tenant, article, original or article)
  if original then
    redis.call('ZREM', copies_key(original), article)
    redis.call('HDEL', article_key(article), 'copy_of')
    return false
  end
  local listed = redis.call('ZSCORE', story_members_key(tenant, id), article)
  hand_over(tenant, article, id)
  return listed and true or false
end

-- Take the earlier editions of an article out of their story: the latest one, and the articles of the same report that share
-- a name with the article. They stay readable and refer to the story of the article.
local function replace_editions(tenant, latest, names, id, now)
  local before = redis.call('HGET', article_key(latest), 'story')
  if not before then return end
  local listed = false
  for _, edition in ipairs(with_copies(representative(tenant, latest) or latest)) do
    if edition == latest or has_name(edition, names) then
      local original = redis.call('HGET', article_key(edition), 'copy_of')
      listed = leave_report(tenant, edition, original, before) or listed
      redis.call('HSET', article_key(edition), 'story', id)
    end
  end
  if before == id or not listed then return end
  if redis.call('ZCARD', story_members_key(tenant, before)) == 0 then
    delete_story(tenant, before)
  else
    mark_story_shrunk(before, now)
  end
end

-- Remove an article from its story, with the story's document and centroid, which hold parts of the article. Another copy of its
-- report takes its place. A copy leaves no trace in its story.
local function remove_from_story(tenant, article, now)
  redis.call('ZREM', story_waiting_key(tenant), article)
  local id, original = unpack(redis.call('HMGET', article_key(article), 'story', 'copy_of'))
  if not id then return end
  leave_report(tenant, article, original, id)
  if original then return end
  purge_deliveries(id, now)
  if redis.call('ZCARD', story_members_key(tenant, id)) == 0 then return delete_story(tenant, id) end
  redis.call('HDEL', story_key(id), 'group', 'document')
  mark_story_shrunk(id, now)
end
