"""What is put into a store: articles with their timexes and events, versions of them, and the record of inputs."""
