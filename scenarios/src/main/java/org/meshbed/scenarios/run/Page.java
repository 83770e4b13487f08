package org.meshbed.scenarios.run;

import io.cucumber.htmlformatter.MessagesToHtmlWriter;
import io.cucumber.messages.ndjson.Serializer;
import io.cucumber.messages.types.Attachment;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.TestCase;
import io.cucumber.messages.types.TestStep;
import io.cucumber.messages.types.TestStepFinished;
import io.cucumber.messages.types.TestStepResultStatus;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cucumber's own page, with one change: what a scenario leaves behind is shown below the last of its sentences that was
 * done, not among the hooks, which the page folds away.
 */
final class Page implements ConcurrentEventListener {
    /** Wide diagrams and long lines scroll by themselves; a diagram is as wide as it was drawn. */
    private static final String STYLE = """
            body { overflow-x: hidden; }
            pre { overflow-x: auto; max-height: 40em; }
            img { max-width: 100%; }
            """;

    private final Serializer serializer = new Serializer();
    private final MessagesToHtmlWriter writer;
    private final Writer messages;
    private String written = "";
    private final List<String> sentences = new ArrayList<>();
    private String done = "";

    /** @param messages takes what the page is made of, a line for each message */
    Page(OutputStream out, OutputStream messages) throws IOException {
        this.messages = new OutputStreamWriter(messages, StandardCharsets.UTF_8);
        writer = MessagesToHtmlWriter.builder((to, _) -> to.write(written))
                .title("Meshbed: scenarios")
                .customCss(Page::style)
                .build(out);
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(Envelope.class, this::write);
    }

    private void write(Envelope message) {
        message.getTestCase().ifPresent(this::begins);
        message.getTestStepFinished().ifPresent(this::finished);
        try {
            var shown = message.getAttachment().map(this::belowASentence).orElse(message);
            var text = new StringWriter();
            serializer.writeValue(text, shown);
            written = text.toString();
            writer.write(shown);
            messages.append(written).append('\n');
            if (message.getTestRunFinished().isPresent()) close();
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written", e);
        }
    }

    private void close() throws IOException {
        writer.close();
        messages.close();
    }

    private void begins(TestCase scenario) {
        sentences.clear();
        scenario.getTestSteps().stream()
                .filter(step -> step.getPickleStepId().isPresent())
                .map(TestStep::getId)
                .forEach(sentences::add);
        done = "";
    }

    private void finished(TestStepFinished step) {
        var result = step.getTestStepResult();
        // behind a sentence that failed, the others are skipped without a reason
        var leftOut = result.getStatus() == TestStepResultStatus.SKIPPED
                && result.getMessage().isEmpty();
        if (sentences.contains(step.getTestStepId()) && !leftOut) done = step.getTestStepId();
    }

    private Envelope belowASentence(Attachment attachment) {
        if (done.isEmpty()) return Envelope.of(attachment);
        return Envelope.of(new Attachment(
                attachment.getBody(),
                attachment.getContentEncoding(),
                attachment.getFileName().orElse(null),
                attachment.getMediaType(),
                attachment.getSource().orElse(null),
                attachment.getTestCaseStartedId().orElse(null),
                done,
                attachment.getUrl().orElse(null),
                attachment.getTestRunStartedId().orElse(null),
                attachment.getTestRunHookStartedId().orElse(null),
                attachment.getTimestamp().orElse(null)));
    }

    private static InputStream style() {
        return new ByteArrayInputStream(STYLE.getBytes(StandardCharsets.UTF_8));
    }
}
