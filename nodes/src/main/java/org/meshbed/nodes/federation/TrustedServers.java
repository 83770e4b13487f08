package org.meshbed.nodes.federation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.meshbed.nodes.identity.Endpoint;
import org.meshbed.nodes.identity.NotWellFormed;
import org.meshbed.nodes.identity.Origin;
import org.meshbed.nodes.identity.ServerHost;
import org.meshbed.nodes.port.Ports;
import org.meshbed.nodes.port.Secrets.Purpose;
import org.meshbed.nodes.port.Table;
import org.meshbed.nodes.trust.Outbound;
import org.meshbed.nodes.vendor.Manner;
import org.meshbed.nodes.vendor.quirk.TrustQuirk.TrustExchanges;

/**
 * The servers that the operator trusts, in the manner of ownCloud and Nextcloud. Each side draws a token and tells it to
 * the other; one of the two, chosen by the tokens, asks for a secret with the token of the other, and from then on both
 * fetch each other's list of people from time to time. What is to be told or asked is done by background jobs.
 */
public final class TrustedServers {
    private static final int TOKEN = 16;

    private final Manner manner;
    private final Ports ports;
    private final Table<Trusted> table;
    private final Peering peering;

    public TrustedServers(Manner manner, Outbound outbound, Ports ports, Origin own) {
        this.manner = manner;
        this.ports = ports;
        this.table = new Table<>(ports.store(), "trusted", Trusted.class);
        this.peering = new Peering(outbound, ports, own);
    }

    /** Whether this product keeps such a list. */
    public boolean kept() {
        return how().isPresent();
    }

    Optional<TrustExchanges> how() {
        return manner.bent(TrustExchanges.class);
    }

    /** Goes on with what an earlier incarnation of the node left undone. */
    public void resume() {
        if (!kept()) return;
        for (var row : table.all()) {
            if (row.asks()) tells(row.url());
            if (!row.theirs().isEmpty()) asks(row.url());
            if (!row.secret().isEmpty()) reads(row.url());
        }
    }

    /** Replaces the list. What is new on it is looked at first. Throws {@link NotWellFormed} for what is no server. */
    public void replace(List<String> servers) {
        var urls = servers.stream().map(TrustedServers::url).toList();
        for (var row : table.all()) if (!urls.contains(row.url())) table.remove(row.url());
        for (var url : urls)
            if (table.get(url).isEmpty()) trust(url, ports.secrets().text(Purpose.INTERNAL_ID, TOKEN));
    }

    /** Puts one more server on the list, with the token that this server has for it. */
    public void trust(String server, String token) {
        var url = url(server);
        ports.tasks().start("look at " + url, () -> look(url, token));
    }

    private void look(String url, String token) {
        var how = how();
        if (how.isEmpty()) return;
        if (!peering.isThere(how.get(), url)) {
            ports.witness().decided("trusted server", "not put on the list", url + " shows no status");
            return;
        }
        if (!table.putIfAbsent(url, Trusted.listed(url, token))) return;
        ports.witness().changed("trusted server", url, "-", "on the list");
        tells(url);
    }

    /** Https is meant where no scheme stands before the host. */
    private static String url(String server) {
        return Endpoint.parse(server.contains("://") ? server : "https://" + server)
                .origin()
                .toString();
    }

    /** Whether a server is on the list, whatever the scheme. */
    public boolean trusts(ServerHost host) {
        return kept()
                && table.all().stream()
                        .anyMatch(
                                row -> Endpoint.parse(row.url()).origin().host().equals(host));
    }

    Optional<Trusted> row(String url) {
        return table.get(url);
    }

    boolean knows(String secret) {
        return !secret.isEmpty()
                && table.all().stream().anyMatch(row -> row.secret().equals(secret));
    }

    void change(String url, String what, UnaryOperator<Trusted> change) {
        table.update(url, change);
        ports.witness().changed("trusted server", url, "-", what);
    }

    /** The token has to be told, as a job that is tried until the other server answers for good. */
    private void tells(String url) {
        job("tell " + url, url, Trusted::asks, (how, row) -> {
            var answer = peering.tell(how, row);
            answer.ifPresent(
                    taken -> change(url, taken ? "was told of the token" : "will tell itself", r -> r.told(taken)));
            return answer.isPresent();
        });
    }

    /** The secret has to be asked for, in the same way. */
    void asks(String url) {
        job("ask " + url, url, row -> !row.theirs().isEmpty(), (how, row) -> switch (peering.ask(how, row)) {
            case Peering.Answer.Secret(var secret) -> {
                agreed(url, secret);
                yield true;
            }
            case Peering.Answer.Not _ -> {
                change(url, "does not give the secret", Trusted::refused);
                yield true;
            }
            case Peering.Answer.Later _ -> false;
        });
    }

    void agreed(String url, String secret) {
        change(url, "both know the secret", row -> row.agreed(secret));
        reads(url);
    }

    /** From now on its list of people is fetched again and again. */
    private void reads(String url) {
        ports.tasks().start("people of " + url, () -> {
            while (true) {
                var how = how();
                if (how.isEmpty()) return;
                ports.time().pause(how.get().books());
                var row = table.get(url);
                if (row.isEmpty() || row.get().secret().isEmpty()) return;
                peering.people(how.get(), row.get())
                        .ifPresent(mark -> change(url, "people are as in " + mark, r -> r.read(mark)));
            }
        });
    }

    /** Does it; answers whether that was the end of it. */
    private interface Job {
        boolean done(TrustExchanges how, Trusted row);
    }

    private void job(String name, String url, Predicate<Trusted> open, Job job) {
        ports.tasks().start(name, () -> {
            while (true) {
                ports.time().pause(how().map(TrustExchanges::jobs).orElse(Duration.ofDays(1)));
                var row = table.get(url).filter(open);
                if (row.isEmpty() || how().isEmpty() || job.done(how().get(), row.get())) return;
            }
        });
    }
}
