package dev.penstock.ui.present.setting;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.fact.ConnectionFact;
import dev.penstock.ui.view.setting.SettingsView.Connection;
import dev.penstock.ui.view.setting.SettingsView.Property;
import org.jspecify.annotations.Nullable;

/** Connections with their state (S0.25). */
public final class ConnectionViews {
    private ConnectionViews() {}

    /** The connection; {@code objection} says why it does not work, null if it does. */
    public static Connection view(ConnectionFact connection, @Nullable String objection) {
        return new Connection(
                connection.name(),
                objection == null ? "green" : "red",
                objection == null ? say("answers") : objection,
                connection.properties().stream()
                        .map(property -> new Property(property.name(), property.value()))
                        .toList());
    }
}
