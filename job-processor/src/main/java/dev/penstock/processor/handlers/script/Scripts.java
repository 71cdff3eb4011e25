package dev.penstock.processor.handlers.script;

import dev.penstock.api.worker.PermanentFailure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The scripts that jobs may name, for {@code /bin/sh}. Arguments come as {@code $1}, {@code $2}…, never as part of the text,
 * and look like file names, so there is nothing in them that a shell would act on.
 */
public final class Scripts {
    public static final String COUNT_FILES = "count-files";
    public static final String DISK_USE = "disk-use";
    public static final String CHECK_MAILBOX = "check-mailbox";
    public static final String SLOW_CHECK = "slow-check";

    private static final Pattern ARGUMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./-]{0,99}");
    private static final int MOST_ARGUMENTS = 10;

    /** {@code EX_TEMPFAIL} of {@code sysexits.h}: try again later. */
    private static final int TRY_AGAIN = 75;

    private static final Map<String, String> TEXTS = new TreeMap<>(Map.of(
            COUNT_FILES, """
                    for folder in "$@"; do
                      [ -d "$folder" ] || { echo "no folder $folder" >&2; exit 1; }
                      echo "$folder $(find "$folder" -type f | wc -l)"
                    done
                    """,
            DISK_USE, "du -sk -- */ | sort -n\n",
            CHECK_MAILBOX, """
                    [ -d mailbox ] || { echo "the mailbox is not there yet" >&2; exit 75; }
                    find mailbox -type f -newermt '-1 minute' | wc -l
                    """,
            // Its work is done by children, as that of most scripts: they must go when it goes.
            SLOW_CHECK, """
                    for step in 1 2 3 4 5 6; do
                      echo "step $step"
                      (sleep "${1:-10}") &
                      wait $!
                    done
                    """));

    private Scripts() {}

    /**
     * The command line of a script.
     *
     * @throws PermanentFailure if there is none of that name, or an argument is none
     */
    static List<String> command(ExecuteScript order) {
        String text = TEXTS.get(order.script());
        if (text == null) {
            throw new PermanentFailure("There is no script " + order.script() + " on the allow-list; there are "
                    + TEXTS.keySet() + ": submit a job for one of them.");
        }
        if (order.arguments().size() > MOST_ARGUMENTS) {
            throw new PermanentFailure("A script takes at most " + MOST_ARGUMENTS + " arguments, not "
                    + order.arguments().size() + ": submit several jobs.");
        }
        for (String argument : order.arguments()) {
            if (!ARGUMENT.matcher(argument).matches() || argument.contains("..")) {
                throw new PermanentFailure(
                        "\"" + argument
                                + "\" is no argument for a script: letters, digits, / . _ and - only, and no way out of the folder.");
            }
        }
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("/bin/sh", "-c", text, order.script()), order.arguments().stream())
                .toList();
    }

    /** Whether a script that ends so should be tried again. */
    static boolean passes(int exitCode) {
        return exitCode == TRY_AGAIN;
    }
}
