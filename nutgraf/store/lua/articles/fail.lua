-- Ends an article that can't be analysed. ARGV: id, token, type, detail. Gives 1, or 0 when the lease is lost.
local id, token = ARGV[1], ARGV[2]
if redis.call('HGET', article_key(id), 'token') ~= token then return 0 end
fail(id, ARGV[3], ARGV[4], now_ms())
return 1
