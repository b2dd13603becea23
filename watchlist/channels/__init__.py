"""Where messages go out: the desktop, mail, chat, a webhook. Never decides whether to tell."""
