package org.meshbed.nodes.http;

import jakarta.inject.Singleton;
import java.util.function.Function;
import org.glassfish.jersey.inject.hk2.AbstractBinder;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.spi.internal.ValueParamProvider;
import org.jspecify.annotations.Nullable;

/** Hands a resource its {@link Call} at once, where injection would look for it through its scopes each time. */
final class Calls implements ValueParamProvider {
    @Override
    public @Nullable Function<ContainerRequest, ?> getValueProvider(Parameter parameter) {
        return parameter.getRawType() == Call.class ? Call::of : null;
    }

    @Override
    public PriorityType getPriority() {
        return Priority.HIGH;
    }

    static final class Binder extends AbstractBinder {
        @Override
        protected void configure() {
            bind(Calls.class).to(ValueParamProvider.class).in(Singleton.class);
        }
    }
}
