"""What rctui does with RevenueCat's customers: finding, reading and judging them."""
