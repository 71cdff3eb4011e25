package dev.penstock.stack.chaos.site;

import dev.penstock.stack.process.ChildProcess;
import dev.penstock.stack.process.Supervised;
import java.util.concurrent.atomic.AtomicBoolean;

/** One process of the site, at which at most one fault works at a time. */
public final class Member {
    private final String name;
    private volatile Supervised program;
    private final AtomicBoolean taken = new AtomicBoolean();

    Member(String name, Supervised program) {
        this.name = name;
        this.program = program;
    }

    /** Unique in the site: {@code processor-2}. */
    public String name() {
        return name;
    }

    public Supervised program() {
        return program;
    }

    public ChildProcess process() {
        return program.processes().getFirst();
    }

    /** Takes it for a fault; false if another has it. */
    public boolean take() {
        return taken.compareAndSet(false, true);
    }

    public void giveBack() {
        taken.set(false);
    }

    /** SIGKILL. */
    public void kill() {
        process().kill();
    }

    /** Another process takes its place, under its name. */
    void become(Supervised other) {
        program = other;
    }

    /** SIGTERM, and it ends in its own time. */
    public void stop() {
        program.stop();
    }

    /** SIGSTOP. */
    public void freeze() {
        process().pause();
    }

    /** SIGCONT. */
    public void thaw() {
        process().resume();
    }

    /** Starts it again and returns when it is ready. */
    public void restart() {
        program.restart();
    }

    public boolean isAlive() {
        return process().isAlive();
    }
}
