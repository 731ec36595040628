-- Keeps the answer to a request under its idempotency key, and notes at each article where it is told of.
-- ARGV: name, answer, article ids…
local name = ARGV[1]
redis.call('HSET', name, 'answer', ARGV[2])
for place = 3, #ARGV do
  local key = article_key(ARGV[place])
  if redis.call('EXISTS', key) == 1 then
    redis.call('HSET', key, 'answer', name)
  else
    redis.call('HSET', name, 'answer', '')
  end
end
