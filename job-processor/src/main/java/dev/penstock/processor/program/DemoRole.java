package dev.penstock.processor.program;

import dev.penstock.api.client.JobClient;
import dev.penstock.processor.handlers.demo.DemoDesk;
import dev.penstock.processor.handlers.demo.DemoProgram;
import dev.penstock.processor.handlers.demo.DemoSettings;
import dev.penstock.processor.handlers.load.LegacyService;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;

/** The role demo: the outside world, and the load that sends jobs into it. */
final class DemoRole implements Role {
    private final JobClient client;
    private final LegacyService legacy;
    private final DemoProgram program;

    private DemoRole(JobClient client, LegacyService legacy, DemoProgram program) {
        this.client = client;
        this.legacy = legacy;
        this.program = program;
    }

    static DemoRole start(ProgramConfig config, DemoDesk desk) throws IOException {
        ProgramConfig.DemoConfig demo = config.demo();
        LegacyService legacy = LegacyService.at(
                config.cluster(), demo.seed(), InstantSource.system().millis());
        JobClient client = JobClient.builder(config.cluster()).source("demo").build();
        try {
            DemoProgram program = DemoProgram.start(
                    client,
                    new DemoSettings(
                            config.dataDir(),
                            demo.smtpPort(),
                            demo.httpPort(),
                            demo.seed(),
                            demo.perSecond(),
                            demo.time().orElse(null)),
                    legacy);
            desk.open(program);
            return new DemoRole(client, legacy, program);
        } catch (IOException | RuntimeException e) {
            client.close();
            legacy.close();
            throw e;
        }
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("load", program.load().tally().toString());
    }

    @Override
    public void close() {
        program.close();
        client.close();
        legacy.close();
    }
}
