"""HGKM Desktop: offline learning from anonymised cases of domestic violence."""

__version__ = "0.1.0"
