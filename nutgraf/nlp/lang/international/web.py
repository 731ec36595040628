"""Social networks, web addresses and handles, as parts of verbose, case-insensitive patterns."""

from __future__ import annotations

from typing import Final

MESSENGERS: Final = r"whats\s?app|telegram"
PLATFORMS: Final = r"facebook|twitter|instagram|youtube|tik\s?tok"
NETWORKS: Final = (
    rf"{PLATFORMS}|{MESSENGERS}|x|linkedin|reddit|pinterest|snapchat|flipboard|messenger|tumblr|viber|wechat|weibo"
    r"|vk|bluesky|mastodon|rss|sms"
)
"""Social networks, and other channels that go by one name everywhere."""

CONTACT: Final = r"[@©]|https?:|www\."
"""Signs of a handle, a mail address, a copyright or a link."""
