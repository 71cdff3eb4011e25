package dev.penstock.ui.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.api.mask.Masking;
import dev.penstock.api.wire.Wire;
import dev.penstock.ui.act.Acts;
import dev.penstock.ui.act.BulkActs;
import dev.penstock.ui.act.CommandDoor;
import dev.penstock.ui.act.KnownSettings;
import dev.penstock.ui.act.Outcomes;
import dev.penstock.ui.act.Rights;
import dev.penstock.ui.act.SettingActs;
import dev.penstock.ui.config.PenstockConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Joins the flows to their adapters. */
@Singleton
public class Wiring {
    @Produces
    @Singleton
    Acts acts(CommandDoor door, Outcomes outcomes, PenstockConfig config, ActMeter meter, Rights rights) {
        return new Acts(door, outcomes, config.ui().actWait(), meter, rights);
    }

    @Produces
    @Singleton
    Masking masking(PenstockConfig config) {
        return Masking.of(config.mask().fields(), config.mask().types());
    }

    @Produces
    @Singleton
    BulkActs bulkActs(CommandDoor door, Outcomes outcomes, PenstockConfig config, ActMeter meter, Rights rights) {
        return new BulkActs(door, outcomes, config.ui().actWait().multipliedBy(2), meter, rights);
    }

    @Produces
    @Singleton
    SettingActs settingActs(Acts acts, KnownSettings settings) {
        return new SettingActs(acts, settings);
    }

    /** The API speaks as the topics do: the same words, the same forms of times and durations. */
    @Produces
    @Singleton
    ObjectMapper mapper() {
        return Wire.mapper().copy();
    }
}
