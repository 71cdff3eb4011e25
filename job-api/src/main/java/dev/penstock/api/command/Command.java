package dev.penstock.api.command;

/** Something asked for. It ends in events, a refusal or an answer, each naming it (law 4). */
public sealed interface Command permits JobCommand, SettingCommand, GroupCommand {
    /** Record key: commands with one route are decided in one order by one writer. */
    String route();
}
