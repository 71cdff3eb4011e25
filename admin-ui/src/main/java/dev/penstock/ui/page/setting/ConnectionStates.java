package dev.penstock.ui.page.setting;

import dev.penstock.ui.config.Connections;
import dev.penstock.ui.present.setting.ConnectionViews;
import dev.penstock.ui.send.KafkaAnswers;
import dev.penstock.ui.view.setting.SettingsView.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The connections of this program, and whether they answer now. */
@ApplicationScoped
public class ConnectionStates {
    private final Connections connections;
    private final KafkaAnswers kafka;

    @Inject
    public ConnectionStates(Connections connections, KafkaAnswers kafka) {
        this.connections = connections;
        this.kafka = kafka;
    }

    /** All of them. That PostgreSQL answers need not be asked: without it the page's frame could not be made. */
    List<Connection> now() {
        String objection = kafka.objection();
        return connections.all().stream()
                .map(connection ->
                        ConnectionViews.view(connection, connection.name().equals("Kafka") ? objection : null))
                .toList();
    }
}
