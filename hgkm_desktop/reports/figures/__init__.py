"""The cijferkaart."""
