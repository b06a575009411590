namespace Portal.Web.Mail.Smtp;

/// <summary>
/// Connections that wait for the next mail. To connect, encrypt and sign in takes far longer than to tell a mail; a
/// sender takes the connection that was given back last, so that those too many come to rest and are closed.
/// </summary>
internal sealed class SmtpLines : IAsyncDisposable, IDisposable
{
    private readonly SmtpDialer dialer;
    private readonly Lock gate = new();
    private readonly List<SmtpLine> waiting = [];
    private readonly ITimer timer;
    private bool ended;

    public SmtpLines(SmtpDialer dialer, TimeProvider clock)
    {
        this.dialer = dialer;
        timer = clock.CreateTimer(_ => CloseRested(), null, SmtpLine.Rest / 3, SmtpLine.Rest / 3);
    }

    public async Task<SmtpLine> GetAsync(CancellationToken cancellationToken)
    {
        while (Last() is { } line)
        {
            if (await line.AnswersAsync(cancellationToken))
            {
                return line;
            }

            line.Dispose();
        }

        return await dialer.DialAsync(cancellationToken);
    }

    /// <summary>Keeps it for the next mail, or closes it, for which nobody waits.</summary>
    public void GiveBack(SmtpLine line)
    {
        lock (gate)
        {
            if (line.IsUsable && !ended)
            {
                waiting.Add(line);
                return;
            }
        }

        _ = line.CloseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(End().Select(line => line.CloseAsync()));
        await timer.DisposeAsync();
        dialer.Dispose();
    }

    public void Dispose()
    {
        End().ForEach(line => line.Dispose());
        timer.Dispose();
        dialer.Dispose();
    }

    private SmtpLine? Last()
    {
        lock (gate)
        {
            return Taken(waiting.TakeLast(1)).SingleOrDefault();
        }
    }

    private void CloseRested()
    {
        List<SmtpLine> rested;
        lock (gate)
        {
            rested = Taken(waiting.Where(line => line.HasRested));
        }

        rested.ForEach(line => _ = line.CloseAsync());
    }

    private List<SmtpLine> End()
    {
        lock (gate)
        {
            ended = true;
            return Taken(waiting);
        }
    }

    private List<SmtpLine> Taken(IEnumerable<SmtpLine> lines)
    {
        List<SmtpLine> taken = [.. lines];
        waiting.RemoveAll(taken.Contains);
        return taken;
    }
}
