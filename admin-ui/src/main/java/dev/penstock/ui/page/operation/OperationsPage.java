package dev.penstock.ui.page.operation;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.audit.AuditTrail;
import dev.penstock.ui.audit.Entry;
import dev.penstock.ui.operation.Item;
import dev.penstock.ui.operation.Operation;
import dev.penstock.ui.operation.Operations;
import dev.penstock.ui.page.frame.Pages;
import dev.penstock.ui.page.frame.Section;
import dev.penstock.ui.page.frame.Shells;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.trouble.Trouble;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.operation.OperationsView;
import dev.penstock.ui.view.operation.OperationsView.Deedline;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Acts on many jobs, how far each is and what became of every item; and who did what. */
@Path("/operations")
@Produces(MediaType.TEXT_HTML)
public class OperationsPage {
    private static final int LATEST = 20;
    private static final int ACTS = 100;

    private final Shells shells;
    private final Operations operations;
    private final AuditTrail trail;

    @Inject
    public OperationsPage(Shells shells, Operations operations, AuditTrail trail) {
        this.shells = shells;
        this.operations = operations;
        this.trail = trail;
    }

    @GET
    @org.eclipse.microprofile.openapi.annotations.Operation(hidden = true)
    public TemplateInstance all() {
        Reader reader = shells.reader();
        List<OperationsView.Row> rows = operations.latest(LATEST).stream()
                .map(operation -> OperationViews.row(operation, operations.tally(operation.id()), reader))
                .toList();
        return Pages.operations(new OperationsView.All(
                shells.shell(say("Operations"), Section.OPERATIONS, "jobs"),
                rows,
                trail.latest(reader.caller(), ACTS).stream()
                        .map(entry -> line(entry, reader))
                        .toList()));
    }

    /** What is longer stands in a fold. */
    private static final int LONGEST = 160;

    private static Deedline line(Entry entry, Reader reader) {
        return new Deedline(
                reader.moment(entry.at()),
                entry.actor(),
                entry.act(),
                subject(entry.subject()),
                Objects.requireNonNullElse(entry.reason(), ""),
                entry.before(),
                entry.after().length() > LONGEST ? entry.after().substring(0, LONGEST) + "…" : entry.after(),
                entry.after().length() > LONGEST ? entry.after() : "");
    }

    private static Link subject(String subject) {
        if (JobId.isValid(subject)) {
            return new Link(JobRows.shortId(new JobId(subject)), Links.job(new JobId(subject)));
        }
        return switch (subject.split("[ /]", 2)[0]) {
            case "user" -> new Link(subject, "/users");
            case "token" -> new Link(subject, "/tokens");
            case "notifications" -> new Link(subject, "/notifications");
            case "dead" -> new Link(subject, "/pipeline");
            case "queue" -> new Link(subject, "/queues");
            case "schedule" -> new Link(subject, "/schedules");
            case "failure" -> new Link(subject, "/failures");
            case "log" -> new Link(subject, "/sql");
            default -> new Link(subject, "/settings");
        };
    }

    @GET
    @Path("{id:\\d{1,18}}")
    @org.eclipse.microprofile.openapi.annotations.Operation(hidden = true)
    public TemplateInstance one(
            @PathParam("id") long id,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("after") @DefaultValue("0") int after) {
        Operation operation = operations
                .find(id)
                .orElseThrow(() -> Trouble.notFound(
                        say("There is no operation #{1}. A plan that nobody starts is forgotten after a day.", id)));
        Item.@Nullable State only = Arrays.stream(Item.State.values())
                .filter(value -> value.name().equalsIgnoreCase(state))
                .findFirst()
                .orElse(null);
        List<Item> items = operations.items(id, only, after, OperationViews.PAGE + 1);
        String title = OperationViews.title(operation);
        String live = operation.state() == Operation.State.PLANNED ? "" : "jobs";
        return Pages.operation(OperationViews.one(
                shells.shell(say("{1} · Operations", title), Section.OPERATIONS, live),
                operation,
                operations.tally(id),
                items,
                new OperationViews.Wanted(only, after),
                shells.reader()));
    }
}
