package dev.penstock.ui.rest.operation;

import dev.penstock.ui.audit.AuditTrail;
import dev.penstock.ui.audit.Entry;
import dev.penstock.ui.operation.Item;
import dev.penstock.ui.operation.Operations;
import dev.penstock.ui.operation.Tally;
import dev.penstock.ui.security.CurrentCaller;
import dev.penstock.ui.trouble.Trouble;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The twin of the pages of operations. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operations")
public class OperationsResource {
    private static final int LATEST = 20;
    private static final int ACTS = 100;
    private static final int ITEMS = 1_000;

    private final Operations operations;
    private final AuditTrail trail;
    private final CurrentCaller caller;

    @Inject
    public OperationsResource(Operations operations, AuditTrail trail, CurrentCaller caller) {
        this.operations = operations;
        this.trail = trail;
        this.caller = caller;
    }

    /** An operation with how many of its items stand where. */
    public record Counted(dev.penstock.ui.operation.Operation operation, Tally items) {}

    public record Listed(List<Counted> operations) {}

    /** One operation and its items behind a number. */
    public record One(dev.penstock.ui.operation.Operation operation, Tally tally, List<Item> items) {}

    public record Audit(List<Entry> acts) {}

    @GET
    @Path("operations")
    @Operation(summary = "Acts on many jobs, newest first")
    public Listed all() {
        return new Listed(operations.latest(LATEST).stream()
                .map(operation -> new Counted(operation, operations.tally(operation.id())))
                .toList());
    }

    @GET
    @Path("operations/{id:\\d{1,18}}")
    @Operation(summary = "One act on many jobs, and what became of each; up to 1,000 behind the number given")
    public One one(@PathParam("id") long id, @QueryParam("after") @DefaultValue("0") int after) {
        dev.penstock.ui.operation.Operation operation =
                operations.find(id).orElseThrow(() -> Trouble.notFound("There is no operation #" + id + "."));
        return new One(operation, operations.tally(id), operations.items(id, null, after, ITEMS));
    }

    @GET
    @Path("acts")
    @Operation(
            summary = "Who did what, why, and what was before and after; the newest 100",
            description =
                    "Acts on jobs, settings and failure groups; for administrators also those on users, tokens and"
                            + " notifications, and what was revealed.")
    public Audit acts() {
        return new Audit(trail.latest(caller.caller(), ACTS));
    }
}
