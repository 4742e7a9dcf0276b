"""The parts of Find: what it says, what it lists, exports, compares, and searches everywhere."""
