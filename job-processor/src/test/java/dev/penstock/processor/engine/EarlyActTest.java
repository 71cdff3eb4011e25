package dev.penstock.processor.engine;

import static dev.penstock.processor.engine.World.names;
import static dev.penstock.processor.engine.World.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.command.Act;
import dev.penstock.api.command.Command;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Priority;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Acts that are read before the submission of their job: the two doors are read side by side. */
class EarlyActTest {
    private static final JobId JOB = new JobId("r1.0");
    private final World world = new World();

    @Test
    @DisplayName(
            "S2.18: an abort that is read before its job's submission is decided behind it, and says nothing before")
    void an_early_act_waits_behind_the_submissions() {
        Incoming early = early(new Act.Abort(JOB));
        assertThat(world.handle(early)).containsExactly(new Output.Behind(early.message()));
        world.submit(JOB, "{\"type\":\"t\"}");
        assertThat(names(world.handle(again(early)))).containsExactly("JobAborted");
    }

    @Test
    @DisplayName("B5: an act on a job that there is not is refused when it comes back, once")
    void an_act_on_no_job_is_refused() {
        Incoming early = early(new Act.Abort(JOB));
        assertThat(names(world.handle(early))).isEmpty();
        List<Output> outputs = world.handle(again(early));
        assertThat(outputs).hasSize(1);
        assertThat(refusal(outputs).kind()).isEqualTo(RefusalKind.UNKNOWN_JOB);
    }

    @Test
    @DisplayName("A5: an act from before what its job went through meanwhile gives no number that is over")
    void an_overtaken_act_is_refused() {
        Incoming early = early(new Act.SetPriority(JOB, Priority.LOW));
        world.handle(early);
        world.submit(JOB, "{\"type\":\"t\"}");
        world.send(new Act.Abort(JOB));
        world.send(new Act.Retry(JOB));
        long number = world.order(JOB).number();
        assertThat(number).isGreaterThan(1 + early.offset());
        assertThat(refusal(world.handle(again(early))).kind()).isEqualTo(RefusalKind.VERSION_CHANGED);
        assertThat(world.order(JOB).number()).isEqualTo(number);
    }

    private Incoming early(Command act) {
        CommandMessage message = CommandMessage.of("early", Actor.system("test"), act);
        return new Incoming(Incoming.Door.COMMANDS, "jobs.commands", 0, world.offset++, world.now, message);
    }

    private static Incoming again(Incoming in) {
        return new Incoming(in.door(), in.topic(), in.partition(), in.offset(), in.at(), in.message(), true);
    }
}
