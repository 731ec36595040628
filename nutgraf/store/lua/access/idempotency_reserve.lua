-- Reserve an idempotency key, or return the response that is stored under it.
--
-- KEYS USED
--   ng:idempotency:<tenant>:<digest>  hash  rw  idempotency key and its response (named by ARGV 1)
--   via lib/room.lua: use_reserved_room
-- ARGV
--   1  name       Redis key of the reservation
--   2  digest     SHA-256 of the request
--   3  seed       id that the first article of the request gets, if this reservation is the first
--   4  flight_ms  how long the reservation blocks others
-- RETURNS
--   {'begun', seed}: the caller must answer; a seed of an earlier attempt is used again
--   {'replay', response} | {'in_flight', ''} | {'mismatch', ''}: another request used the key
--   {'gone', ''}: an article in the response was deleted, and the response with it

local name, digest, seed, flight_ms = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local now = now_ms()
local known, answer, first_seed, until_ms = unpack(redis.call('HMGET', name, 'request', 'answer', 'seed', 'until'))
if known then
  if known ~= digest then return {'mismatch', ''} end
  if answer then return {answer == '' and 'gone' or 'replay', answer} end
  if tonumber(until_ms) > now then return {'in_flight', ''} end
  seed = first_seed
end
-- When Redis is full, the article is refused, and with it the reservation goes.
use_reserved_room()
redis.call('HSET', name, 'request', digest, 'seed', seed, 'until', now + flight_ms)
redis.call('PEXPIRE', name, settings.idempotency_ttl_ms)
return {'begun', seed}
