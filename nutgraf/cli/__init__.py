"""The ``nutgraf`` command: for operators of the service, and for people who send it articles."""
