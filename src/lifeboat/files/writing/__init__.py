"""Writing files: never over what somebody else wrote, and each whole or not at all."""
