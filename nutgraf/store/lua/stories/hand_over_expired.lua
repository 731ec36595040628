-- Let copies represent the reports of a story whose articles have expired.
--
-- KEYS USED
--   ng:article:<id>                  hash        r  the article
--   ng:copies:<article>              sorted set  r  copies of an article by creation time
--   ng:index:<tenant>:story:<story>  sorted set  r  articles of the story by creation time
--   via lib/report_copies.lua: hand_over
-- ARGV
--   1  tenant  owner
--   2  story   id
--   3  limit   articles to check, the latest
-- RETURNS
--   1

local tenant, id = ARGV[1], ARGV[2]
for _, article in ipairs(redis.call('ZREVRANGE', story_members_key(tenant, id), 0, tonumber(ARGV[3]) - 1)) do
  if redis.call('EXISTS', article_key(article)) == 0 and redis.call('EXISTS', copies_key(article)) == 1 then
    hand_over(tenant, article, id)
  end
end
return 1
