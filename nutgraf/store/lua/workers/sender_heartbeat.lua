-- A sender says that it is there. ARGV: its name, ending in how many deliveries it sends at once, alive_ms
redis.call('ZADD', 'ng:senders', now_ms() + tonumber(ARGV[2]), ARGV[1])
return 1
