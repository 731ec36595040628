"""Message queue between the API and the workers: task and queue names, and the client that sends nudges.

A nudge is a message without content. Redis holds the work; losing or doubling a nudge does no harm.
"""

from __future__ import annotations

from enum import Enum

from celery import Celery

from nutgraf.redis_urls import broker_address
from nutgraf.settings import Settings
from nutgraf.tracing import propagation_headers, span

ANALYSE = "nutgraf.analyse"
ARTICLES_QUEUE = "nutgraf.articles"
DELIVER = "nutgraf.deliver"
WEBHOOKS_QUEUE = "nutgraf.webhooks"
CLUSTER = "nutgraf.group_articles"
PUBLISH = "nutgraf.tell_story"
COMPARE = "nutgraf.compare"
STORIES_QUEUE = "nutgraf.stories"

# The time limits keep requests from waiting for an unreachable broker. kombu would note each message that it
# took until it is acknowledged, which a full Redis refuses; a nudge may be lost, so it is not noted.
REDIS_OPTIONS = {
    "socket_connect_timeout": 1,
    "socket_timeout": 5,
    "global_keyprefix": "ng:broker:",
    "ack_emulation": False,
}
RABBITMQ_OPTIONS = {"confirm_publish": True, "connect_timeout": 1}


class BrokerUnavailableError(Exception):
    """The nudge was not sent. Its work is stored all the same, and the sweeper will send another nudge."""


def make_celery(settings: Settings) -> Celery:
    """Return a Celery app for the API or for workers.

    The sweeper replaces lost messages. So messages are acknowledged early, Celery stores no results, and no
    ``eta`` is used.
    """
    address = broker_address(settings.broker_url or settings.redis_url, settings.sentinel_access)
    on_rabbitmq = address.url.startswith("amqp")
    app = Celery("nutgraf", broker=address.url)
    app.conf.update(
        task_serializer="json",
        accept_content=["json"],
        task_ignore_result=True,
        task_acks_late=False,
        task_default_queue=ARTICLES_QUEUE,
        worker_prefetch_multiplier=1,
        worker_hijack_root_logger=False,
        worker_soft_shutdown_timeout=10,
        worker_send_task_events=False,
        worker_enable_remote_control=False,
        broker_connection_timeout=1,
        broker_connection_max_retries=None,
        broker_connection_retry_on_startup=True,
        # A Redis that is full or no longer the master answers with an error of the channel. Without the retry
        # the worker would end.
        broker_channel_error_retry=not on_rabbitmq,
        broker_use_ssl=address.tls or False,
        broker_transport_options=address.options | (RABBITMQ_OPTIONS if on_rabbitmq else REDIS_OPTIONS),
        # Quorum queues survive the loss of a RabbitMQ node; with Redis the type has no effect.
        task_default_queue_type="quorum" if on_rabbitmq else "classic",
        task_create_missing_queue_type="quorum" if on_rabbitmq else "classic",
        task_publish_retry=False,
    )
    return app


class NudgeKind(Enum):
    """Kind of work that a nudge announces: the Celery task, and the queue that it is sent to."""

    ARTICLE = (ANALYSE, ARTICLES_QUEUE)
    DELIVERY = (DELIVER, WEBHOOKS_QUEUE)
    CLUSTERING = (CLUSTER, STORIES_QUEUE)
    PUBLISHING = (PUBLISH, STORIES_QUEUE)
    COMPARISON = (COMPARE, STORIES_QUEUE)


class Queue:
    """Client that sends nudges to the workers."""

    def __init__(self, app: Celery) -> None:
        self._app = app

    def nudge(self, kind: NudgeKind, identifier: str) -> None:
        """Send a nudge.

        Args:
            kind: of work.
            identifier: for an article the nudge that the store returned, which names no article; else the
                id of the delivery, the story or the comparison, or the tenant to cluster.

        Raises:
            BrokerUnavailableError: nothing was sent.
        """
        task, queue = kind.value
        try:
            with span(f"send {task}", "producer"):
                self._app.send_task(task, args=(identifier,), queue=queue, headers=propagation_headers())
        except Exception as error:  # the work is stored: nothing that the broker does may fail its request
            raise BrokerUnavailableError(type(error).__name__) from error
