package dev.penstock.ui.read;

import dev.penstock.api.setting.Setting;
import dev.penstock.ui.act.KnownSettings;
import dev.penstock.ui.fact.SettingFact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Settings for those who change them. */
@ApplicationScoped
public class KnownSettingRows implements KnownSettings {
    private final SettingQueries settings;

    @Inject
    public KnownSettingRows(SettingQueries settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Setting.Type> knownType(String name) {
        return settings.type(name).map(SettingFact::value);
    }

    @Override
    public Optional<Setting.Template> knownTemplate(String name) {
        return settings.template(name).map(SettingFact::value);
    }

    @Override
    public Optional<Setting.Queue> knownQueue(String name) {
        return settings.queue(name).map(SettingFact::value);
    }

    @Override
    public List<String> knownQueues() {
        return settings.queues().stream().map(queue -> queue.value().name()).toList();
    }
}
