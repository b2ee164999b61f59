"""What people subscribe to, when it is due, and what they are told: pure values and rules, no I/O."""
