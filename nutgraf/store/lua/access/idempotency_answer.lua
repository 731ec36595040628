-- Store the response to a request under its idempotency key, and link it to the articles that it contains.
--
-- KEYS USED
--   ng:article:<id>                   hash  rw  the article
--   ng:idempotency:<tenant>:<digest>  hash  w   idempotency key and its response (named by ARGV 1)
--   via lib/room.lua: use_reserved_room
-- ARGV
--   1   name      Redis key of the reservation
--   2   answer    the response
--   3…  article…  ids of the articles in the response; deleting one of them empties it
-- RETURNS
--   nothing

local name = ARGV[1]
use_reserved_room()
redis.call('HSET', name, 'answer', ARGV[2])
for position = 3, #ARGV do
  local key = article_key(ARGV[position])
  if redis.call('EXISTS', key) == 1 then
    redis.call('HSET', key, 'answer', name)
  else
    redis.call('HSET', name, 'answer', '')
  end
end
