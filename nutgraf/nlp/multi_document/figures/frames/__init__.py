"""Frames of figures: which quantity of which event, time and owner the words beside a number say it is."""
