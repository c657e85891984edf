"""What helps who begins: the guided first case, help with each screen, the keys, the manuals."""
