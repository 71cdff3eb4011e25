package dev.penstock.stack.chaos.fault;

import dev.penstock.stack.chaos.site.Member;
import dev.penstock.stack.chaos.site.WorkerProcess;

/** Sets the clocks of workers. */
final class Clocks {
    private Clocks() {}

    /** So many seconds from the machine's; nothing if it is no worker. */
    static void set(Member member, long seconds) {
        if (member.program() instanceof WorkerProcess worker) {
            worker.setClock(seconds);
        }
    }
}
