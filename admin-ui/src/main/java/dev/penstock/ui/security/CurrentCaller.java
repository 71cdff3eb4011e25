package dev.penstock.ui.security;

import dev.penstock.ui.act.Who;
import dev.penstock.ui.right.Caller;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Who has sent the request that is being answered. */
@RequestScoped
public class CurrentCaller {
    private final RoutingContext context;

    @Inject
    public CurrentCaller(RoutingContext context) {
        this.context = context;
    }

    public Caller caller() {
        return of(context);
    }

    /** Who has sent it, once the gate has asked; before: nobody. */
    public static Caller of(RoutingContext context) {
        return context.get(Gate.CALLER) instanceof Caller caller ? caller : Caller.NOBODY;
    }

    /** The beginning of an act in their name. */
    public Who who() {
        return Who.is(caller());
    }
}
