package dev.penstock.projector.view;

import dev.penstock.api.command.GroupCommand;

/**
 * What somebody has said about a failure group.
 *
 * @param fingerprint of the group
 * @param act {@code Mute} or {@code Resolve}
 * @param fact who, when and why
 */
public record VerdictView(String fingerprint, GroupCommand act, LogEntry.Fact fact) {}
