"""The names under which the API asks the workers for work, and the Celery app that carries them."""

from __future__ import annotations

from celery import Celery
from celery.exceptions import OperationalError as CeleryOperationalError
from kombu.exceptions import OperationalError

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


# A request never hangs on a broker that is away.
REDIS_OPTIONS = {"socket_connect_timeout": 1, "socket_timeout": 5, "global_keyprefix": "ng:broker:"}
RABBITMQ_OPTIONS = {"confirm_publish": True, "connect_timeout": 1}


class BrokerUnavailableError(Exception):
    """The nudge was not sent. What it was about is safe: the sweeper will send another."""


def make_celery(settings: Settings) -> Celery:
    """A Celery app for either side of the queue.

    A message carries a name and nothing else, and losing one loses nothing: Redis holds the truth, and the
    sweeper sends again. So messages are acknowledged early, results are not Celery's, and no ``eta`` is used.
    """
    url, transport_options = broker_address(settings.broker_url or settings.redis_url)
    on_rabbitmq = url.startswith("amqp")
    app = Celery("nutgraf", broker=url)
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
        broker_transport_options=transport_options | (RABBITMQ_OPTIONS if on_rabbitmq else REDIS_OPTIONS),
        # Quorum queues survive the loss of a RabbitMQ node; Redis knows no kinds of queues.
        task_default_queue_type="quorum" if on_rabbitmq else "classic",
        task_create_missing_queue_type="quorum" if on_rabbitmq else "classic",
        task_publish_retry=False,
    )
    return app


class Queue:
    """Sends nudges."""

    def __init__(self, app: Celery) -> None:
        self._app = app

    def nudge(self, nudge: str) -> None:
        """Tell the workers that one article more waits. Which one they take is the store's to say.

        Raises:
            BrokerUnavailableError: nobody was told.
        """
        self._send(ANALYSE, nudge, ARTICLES_QUEUE)

    def nudge_delivery(self, delivery_id: str) -> None:
        """Tell the senders of webhooks that a delivery was dispatched.

        Raises:
            BrokerUnavailableError: nobody was told.
        """
        self._send(DELIVER, delivery_id, WEBHOOKS_QUEUE)

    def nudge_clustering(self, tenant: str) -> None:
        """Tell the workers that a tenant's articles wait for their stories.

        Raises:
            BrokerUnavailableError: nobody was told.
        """
        self._send(CLUSTER, tenant, STORIES_QUEUE)

    def nudge_publishing(self, story_id: str) -> None:
        """Tell the workers that a story is to be told anew.

        Raises:
            BrokerUnavailableError: nobody was told.
        """
        self._send(PUBLISH, story_id, STORIES_QUEUE)

    def nudge_comparison(self, comparison_id: str) -> None:
        """Tell the workers that a comparison waits.

        Raises:
            BrokerUnavailableError: nobody was told.
        """
        self._send(COMPARE, comparison_id, STORIES_QUEUE)

    def _send(self, task: str, identifier: str, queue: str) -> None:
        try:
            with span(f"send {task}", "producer"):
                self._app.send_task(task, args=(identifier,), queue=queue, headers=propagation_headers())
        except (OperationalError, CeleryOperationalError, OSError) as error:
            raise BrokerUnavailableError(type(error).__name__) from error
