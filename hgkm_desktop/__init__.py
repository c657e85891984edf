"""HGKM Desktop: offline learning from pseudonymised cases of domestic violence."""

__version__ = "0.1.0"
