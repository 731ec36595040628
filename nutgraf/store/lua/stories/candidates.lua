-- The stories that share most of an article's words, by the number of words shared.
-- ARGV: tenant, limit, words…  Gives {id, group, …}.
local tenant, limit = ARGV[1], tonumber(ARGV[2])
local MOST_PER_WORD = 64  -- the latest stories of a word that many stories have
local votes, order = {}, {}
for position = 3, #ARGV do
  -- A word is worth less the more stories have it.
  local key = story_term_key(tenant, ARGV[position])
  local found = redis.call('ZREVRANGE', key, 0, MOST_PER_WORD - 1)
  for _, id in ipairs(found) do
    local merged = redis.call('HGET', story_key(id), 'merged_into')
    if merged then id = merged end
    if not votes[id] then
      votes[id] = 0
      order[#order + 1] = id
    end
    votes[id] = votes[id] + 1 / (1 + math.log(#found))
  end
end
table.sort(order, function(a, b)
  if votes[a] ~= votes[b] then return votes[a] > votes[b] end
  return a < b
end)
local answer = {}
local oldest = now_ms() - story_reach_ms()
for _, id in ipairs(order) do
  local group, last_seen = unpack(redis.call('HMGET', story_key(id), 'group', 'last_seen'))
  if group and tonumber(last_seen) >= oldest then
    answer[#answer + 1] = id
    answer[#answer + 1] = group
    if #answer >= 2 * limit then break end
  end
end
return answer
