"""Files that name the checks which a change must pass: rulesets, probot's settings, Mergify, bors.

Sources: docs.github.com "Available rules for rulesets" and its REST schema, the README of repository-settings/app,
docs.mergify.com "Conditions", bors.tech "Configuration" (read 2026-11).
"""
