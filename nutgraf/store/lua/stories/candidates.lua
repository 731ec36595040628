-- Find the stories that share terms with an article, those with the most weight first.
-- A story's weight is the sum of its shared terms' weights; a term weighs less the more stories have it.
--
-- KEYS USED
--   ng:story:<id>                    hash        r  the story
--   ng:stories:term:<tenant>:<term>  sorted set  r  stories with this search term, by their last article
-- ARGV
--   1   tenant  whose stories
--   2   limit   stories to return at most
--   3…  term…   search terms of the article
-- RETURNS
--   {story, centroid (JSON), …}

local tenant, limit = ARGV[1], tonumber(ARGV[2])
local MOST_PER_TERM = 64  -- the latest stories of a term that many stories have
local weights, order = {}, {}
for position = 3, #ARGV do
  local key = story_term_key(tenant, ARGV[position])
  local found = redis.call('ZREVRANGE', key, 0, MOST_PER_TERM - 1)
  for _, id in ipairs(found) do
    local merged = redis.call('HGET', story_key(id), 'merged_into')
    if merged then id = merged end
    if not weights[id] then
      weights[id] = 0
      order[#order + 1] = id
    end
    weights[id] = weights[id] + 1 / (1 + math.log(#found))
  end
end
table.sort(order, function(a, b)
  if weights[a] ~= weights[b] then return weights[a] > weights[b] end
  return a < b
end)
local answer = {}
local oldest = now_ms() - story_search_ms()
for _, id in ipairs(order) do
  local group, last_seen = unpack(redis.call('HMGET', story_key(id), 'group', 'last_seen'))
  if group and tonumber(last_seen) >= oldest then
    answer[#answer + 1] = id
    answer[#answer + 1] = group
    if #answer >= 2 * limit then break end
  end
end
return answer
