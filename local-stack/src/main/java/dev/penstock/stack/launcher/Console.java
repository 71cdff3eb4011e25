package dev.penstock.stack.launcher;

import dev.penstock.stack.assembly.LocalStack;
import dev.penstock.stack.assembly.SignIn;
import dev.penstock.stack.assembly.StackPlan;
import dev.penstock.stack.program.Program;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/** A stack in the foreground: what is said goes to the terminal, and Ctrl-C stops all in reverse order. */
final class Console implements AutoCloseable {
    private final PrintWriter out;
    private final LocalStack stack;
    private final Thread hook;

    private Console(PrintWriter out, LocalStack stack) {
        this.out = out;
        this.stack = stack;
        this.hook = new Thread(stack::close, "stop-all");
    }

    static final String CTRL_C = "Ctrl-C";

    /** Starts the stack and prints where its pages are, and how it is stopped. */
    static Console start(String title, StackPlan plan, PrintWriter out, String howToStop) {
        say(out, title + ", data in " + plan.data().top());
        LocalStack stack = LocalStack.start(plan, line -> say(out, "  " + line));
        Console console = new Console(out, stack);
        Runtime.getRuntime().addShutdownHook(console.hook);
        if (plan.programs().contains(Program.UI)) {
            say(out, "\nOpen " + stack.url(Program.UI) + "   (" + howToStop + " stops everything; the data stays)");
            SignIn.told(stack.settings(), plan.data()).forEach(line -> say(out, line));
        }
        return console;
    }

    LocalStack stack() {
        return stack;
    }

    void say(String line) {
        say(out, line);
    }

    /** Until somebody stops this process. */
    void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        stack.close();
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}
