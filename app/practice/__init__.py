"""Practice data: invented people, real procedures, every state a day can leave."""
