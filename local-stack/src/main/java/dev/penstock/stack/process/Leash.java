package dev.penstock.stack.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs a main class in a JVM that ends when its parent ends. The parent holds the other end of our standard input and never
 * writes: end of file means that the parent is gone, kill -9 included, and then we stop as if asked to (shutdown hooks run).
 */
public final class Leash {
    /** How long the shutdown hooks may take once the parent is gone. */
    private static final long PATIENCE_MS = 20_000;

    private Leash() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        if (args.length == 0) {
            throw new IllegalArgumentException("The leash needs the name of the main class to run.");
        }
        daemon("parent-watch", Leash::endWithParent).start();
        var program = Class.forName(args[0]).getMethod("main", String[].class);
        try {
            program.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            e.getTargetException().printStackTrace();
            System.exit(1);
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said here; only the end matters.
            }
        } catch (IOException e) {
            // A broken pipe is an end like any other.
        }
        daemon("parent-gone", Leash::haltLater).start();
        System.exit(143);
    }

    private static void haltLater() {
        try {
            Thread.sleep(PATIENCE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(137);
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
