package dev.penstock.processor.simulate.world;

import dev.penstock.api.dispatch.GateRequest;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.processor.engine.Limits;
import dev.penstock.processor.gate.Gate;
import dev.penstock.processor.simulate.measure.Micros;
import dev.penstock.processor.simulate.store.GateBook;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/** All gates: the real rule, without the way there. What passes the last one goes to the work topics. */
final class Gates {
    /** As often as the processor looks whether a rate lets somebody pass. */
    private static final long TICK = 200_000;

    private final Agenda agenda;
    private final Policies known;
    private final Consumer<WorkOrder> through;
    private final GateBook book = new GateBook();
    private final TreeSet<String> waitedAt = new TreeSet<>();
    private boolean ticks;

    Gates(Agenda agenda, Policies known, Consumer<WorkOrder> through) {
        this.agenda = agenda;
        this.known = known;
        this.through = through;
    }

    void handle(String name, GateRequest request) {
        Gate gate = gate(name);
        forward(gate.handle(request, now()));
        remember(name, gate);
    }

    /** Who runs already has passed. */
    void enter(WorkOrder order, List<String> names) {
        for (String name : names) {
            var unused = gate(name).handle(GateRequest.pass(order, List.of()), now());
        }
    }

    private void forward(List<Gate.Passed> passed) {
        for (Gate.Passed one : passed) {
            if (one.then().isEmpty()) {
                through.accept(one.order());
            } else {
                List<String> rest = one.then().subList(1, one.then().size());
                handle(one.then().getFirst(), GateRequest.pass(one.order(), rest));
            }
        }
    }

    private void remember(String name, Gate gate) {
        if (!gate.isWaitedAt()) {
            waitedAt.remove(name);
            return;
        }
        waitedAt.add(name);
        if (!ticks) {
            ticks = true;
            agenda.in(TICK, this::tick);
        }
    }

    private void tick() {
        ticks = false;
        for (String name : List.copyOf(waitedAt)) {
            Gate gate = gate(name);
            forward(gate.look(now()));
            remember(name, gate);
        }
    }

    private Instant now() {
        return Micros.instant(agenda.now());
    }

    private Gate gate(String name) {
        return new Gate(name, book, gate -> Limits.bounds(gate, known));
    }
}
