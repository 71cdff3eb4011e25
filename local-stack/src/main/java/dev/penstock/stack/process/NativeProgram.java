package dev.penstock.stack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that is no Java program and does not watch its standard input: a shell does it on its behalf. */
public record NativeProgram(List<String> words, String stopSignal) {
    /**
     * The watcher is the background part; the shell then <em>becomes</em> the program, so the process id that the parent knows is
     * the program's own and signals need no detour. A shell would give a background part /dev/null as input: hence descriptor 3. A program
     * that ignores its signal (as all do whose ancestors were started in the background of a script) is killed after 30 s.
     */
    private static final String LEASH = """
            exec 3<&0
            me=$$
            ( while read -r ignored <&3; do :; done; kill -"$0" $me; n=0
              while kill -0 $me && [ $n -lt 30 ]; do sleep 1; n=$((n+1)); done; kill -KILL $me ) >/dev/null 2>&1 &
            exec 3<&-
            exec "$@" </dev/null
            """;

    public ChildCommand command(String name, Path log) {
        List<String> all = new ArrayList<>(List.of("/bin/sh", "-c", LEASH, stopSignal));
        all.addAll(words);
        return new ChildCommand(name, all, ChildCommand.ALL_OF_OURS, log, stopSignal);
    }
}
