"""The screens of alerts: rules, their editor with a preview of the past, the inbox, silences and channels."""
