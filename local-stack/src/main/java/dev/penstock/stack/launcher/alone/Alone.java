package dev.penstock.stack.launcher.alone;

import dev.penstock.stack.assembly.FolderLock;
import dev.penstock.stack.process.Supervised;
import java.io.PrintWriter;
import java.util.function.Function;
import java.util.function.Supplier;

/** One server in the foreground until Ctrl-C, or until it ends by itself. */
final class Alone {
    private static final int ENDED_BY_ITSELF = 2;

    private Alone() {}

    static <T extends Supervised> int run(
            FolderLock lock, PrintWriter out, Supplier<T> start, Function<T, String> where) {
        T server = start.get();
        Thread stop = new Thread(
                () -> {
                    server.stop();
                    lock.close();
                },
                "stop-" + server.name());
        Runtime.getRuntime().addShutdownHook(stop);
        out.println(server.name() + " ready at " + where.apply(server) + "   (Ctrl-C stops it; the data stays)");
        out.flush();
        var process = server.processes().get(0);
        process.ended().join();
        out.println(server.name() + " ended; its log: " + process.command().log());
        return ENDED_BY_ITSELF;
    }
}
