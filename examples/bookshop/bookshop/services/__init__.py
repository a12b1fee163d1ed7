"""What the shop does with its models."""
