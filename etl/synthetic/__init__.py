"""The demo country: invented people in a real country's places, delivered as an agency would deliver them."""
