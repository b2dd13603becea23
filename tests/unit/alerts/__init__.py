"""Tests of rules, truth and the state machine."""
