-- Erase a story with its lists and its search terms, or the record that leads to the story it was merged into.
--
-- KEYS USED
--   ng:story:<id>  hash  r  the story
--   via lib/story_index.lua: delete_story
-- ARGV
--   1  story   id
--   2  tenant  who must own the story
-- RETURNS
--   1, or 0 if there is none

local id, tenant = ARGV[1], ARGV[2]
if redis.call('HGET', story_key(id), 'tenant') ~= tenant then return 0 end
delete_story(tenant, id)
return 1
