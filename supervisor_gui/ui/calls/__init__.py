"""Dialling and live calls on screen."""
