package dev.penstock.api.event;

/** A fact. Released versions are read for ever and fold as they always did (B14). */
public sealed interface Event permits JobEvent, SettingEvent, Outcome {}
