-- Reserves an idempotency key, or tells what is kept under it.
-- ARGV: name, digest of the request, seed, flight_ms
-- Gives {'begun', seed}, {'replay', answer}, {'in_flight', ''}, {'mismatch', ''}, or {'gone', ''} when an article that the
-- answer told of was deleted, and the answer with it.
local name, digest, seed, flight_ms = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local now = now_ms()
local known, answer, first_seed, until_ms = unpack(redis.call('HMGET', name, 'request', 'answer', 'seed', 'until'))
if known then
  if known ~= digest then return {'mismatch', ''} end
  if answer then return {answer == '' and 'gone' or 'replay', answer} end
  if tonumber(until_ms) > now then return {'in_flight', ''} end
  seed = first_seed
end
redis.call('HSET', name, 'request', digest, 'seed', seed, 'until', now + flight_ms)
redis.call('PEXPIRE', name, settings.idempotency_ttl_ms)
return {'begun', seed}
