"""Connections to Redis, and the calls of Lua scripts."""
