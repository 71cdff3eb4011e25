package dev.penstock.ui.rest.account;

import dev.penstock.ui.account.Account;
import dev.penstock.ui.account.Accounts;
import dev.penstock.ui.account.ApiToken;
import dev.penstock.ui.account.ApiTokens;
import dev.penstock.ui.right.Caller;
import dev.penstock.ui.right.Permission;
import dev.penstock.ui.security.CurrentCaller;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who may ask. Users and tokens are made in the pages, where what is shown once is seen by a person. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
public class AccountsResource {
    private final Accounts accounts;
    private final ApiTokens tokens;
    private final CurrentCaller caller;

    @Inject
    public AccountsResource(Accounts accounts, ApiTokens tokens, CurrentCaller caller) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.caller = caller;
    }

    public record Users(List<Account> users) {}

    public record Tokens(List<ApiToken> tokens) {}

    /**
     * Who asks.
     *
     * @param actor as their acts name them
     * @param role absent: a program
     * @param may what is allowed
     */
    public record Me(String actor, @Nullable String role, Set<Permission> may) {}

    @GET
    @Path("users")
    @Operation(summary = "Who may sign in, by name")
    public Users users() {
        return new Users(accounts.all());
    }

    @GET
    @Path("tokens")
    @Operation(summary = "Tokens of programs, newest first; their secrets are not kept")
    public Tokens tokens() {
        return new Tokens(tokens.all());
    }

    @GET
    @Path("account")
    @Operation(summary = "Who you are, and what you may do")
    public Me me() {
        Caller me = caller.caller();
        return new Me(
                me.actor().toString(), me.role() == null ? null : me.role().word(), me.may());
    }
}
