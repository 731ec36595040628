"""Figures of several reports: aligned by what they count, compared and labelled."""
