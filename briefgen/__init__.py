"""briefgen makes briefing packs for delegations, with every quoted word the source's."""

__version__ = "0.1.0"
