package dev.penstock.ui.notification;

/** Where something goes: {@code EMAIL} with an address, or {@code WEBHOOK} with the name of an endpoint. */
public record Recipient(String channel, String to) {}
