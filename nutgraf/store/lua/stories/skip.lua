-- An article that can't be grouped waits no longer. ARGV: tenant, article
redis.call('ZREM', story_waiting_key(ARGV[1]), ARGV[2])
return 1
