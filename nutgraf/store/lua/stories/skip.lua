-- Remove an article that can't be grouped from the articles that wait for clustering.
--
-- KEYS USED
--   ng:stories:waiting:<tenant>  sorted set  w  articles that wait for clustering
-- ARGV
--   1  tenant   owner
--   2  article  id
-- RETURNS
--   1

redis.call('ZREM', story_waiting_key(ARGV[1]), ARGV[2])
return 1
