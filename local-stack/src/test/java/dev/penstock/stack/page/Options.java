package dev.penstock.stack.page;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The options of the launcher's commands, from its own command line model. */
final class Options {
    private Options() {}

    /** A row for each option of each command: command, option, what it is for. */
    static List<List<String>> rows(CommandLine line) {
        List<List<String>> rows = new ArrayList<>();
        line.getSubcommands().forEach((name, command) -> add(rows, name, command.getCommandSpec()));
        return rows;
    }

    private static void add(List<List<String>> rows, String name, CommandSpec command) {
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            rows.add(row(name, "`" + parameter.paramLabel() + "`", parameter));
        }
        for (OptionSpec option : command.options()) {
            if (!option.usageHelp() && !option.versionHelp() && !option.hidden()) {
                String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
                rows.add(row(name, "`" + String.join("`, `", option.names()) + value + "`", option));
            }
        }
        command.subcommands().forEach((sub, line) -> add(rows, name + " " + sub, line.getCommandSpec()));
    }

    private static List<String> row(String command, String option, ArgSpec argument) {
        return List.of("`" + command + "`", option, String.join(" ", argument.description()));
    }
}
