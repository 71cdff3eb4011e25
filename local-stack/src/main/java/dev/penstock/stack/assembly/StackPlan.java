package dev.penstock.stack.assembly;

import dev.penstock.stack.process.JavaProgram.Compilation;
import dev.penstock.stack.process.Ports;
import dev.penstock.stack.program.Program;
import java.util.List;

/**
 * What a stack shall consist of.
 *
 * @param brokers 1 or 3
 * @param programs ours, in the order in which they start
 * @param uiPort a port asked for; 0 means the preferred one or the next that is free
 * @param brokerPort likewise
 * @param postgresPort likewise
 */
public record StackPlan(
        DataFolder data, int brokers, List<Program> programs, int uiPort, int brokerPort, int postgresPort) {
    /** The whole system, without workers of its own and without load. */
    public static final List<Program> SYSTEM = List.of(Program.PROCESSOR, Program.PROJECTOR, Program.UI);

    /** The system with a worker that runs the demo's handlers. */
    public static final List<Program> DEMO = List.of(Program.PROCESSOR, Program.WORKER, Program.PROJECTOR, Program.UI);

    public StackPlan {
        programs = List.copyOf(programs);
    }

    /** Whether the demo's load will join. */
    boolean isDemo() {
        return programs.equals(DEMO);
    }

    /** The demo is looked at in its first minutes; everything else runs for longer. */
    Compilation compilation() {
        return isDemo() ? Compilation.QUICK : Compilation.BEST;
    }

    /** Refuses ports that were asked for by number and are taken, before anything is started. */
    void checkPorts() {
        check(uiPort, "The admin UI", "--port");
        check(brokerPort, "The broker", "--broker-port");
        check(postgresPort, "PostgreSQL", "--postgres-port");
    }

    private static void check(int port, String who, String option) {
        if (port != 0) {
            Ports.exactly(port, who, option);
        }
    }
}
