"""Doc in, numbers out: each window of paragraphs is encoded once, and all learned readers read off it what they need."""
