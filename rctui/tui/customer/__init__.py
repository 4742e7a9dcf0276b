"""The parts of a customer's screen: what it loads, says, opens, copies, exports and can change."""
