"""What shows that a technology is in use: tables of commands, actions, images, API groups and providers."""

from maverick_lint.formats._evidence.lookup import evidence_of_action, evidence_of_commands, evidence_of_image

__all__ = ["evidence_of_action", "evidence_of_commands", "evidence_of_image"]
