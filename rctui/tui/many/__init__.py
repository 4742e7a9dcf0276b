"""Changes for many customers on screen: plans, their review, their run and their end."""
