namespace Portal.Web.Features.Dev.BackOffice;

/// <summary>One message as the back office of the demonstration took it.</summary>
/// <param name="Id">Of the webhook: the same message has the same one, however often it comes.</param>
/// <param name="Answers">What was answered, and what came of it.</param>
public sealed record BackOfficeMessage(string Id, string Tenant, string Type, string Number, string Data, DateTimeOffset At,
    IReadOnlyList<string> Answers)
{
    public bool AwaitsAnswer => Type == BackOfficeStand.Submitted && Answers.Count == 0;
}

/// <summary>
/// The back office of the demonstration: what it took, and how it answers. It lives in the memory of its node.
/// </summary>
public sealed class BackOfficeStand
{
    /// <summary>Known to everybody, so that anybody can check a signature by hand.</summary>
    public const string Secret = "whsec_ZGVtby1iYWNrLW9mZmljZS1zZWNyZXQtMDAwMQ==";

    public const string Submitted = "orders.submitted";

    private const int MostMessages = 100;

    private readonly Lock gate = new();
    private readonly List<BackOfficeMessage> messages = [];
    private BackOfficeMode mode;

    public BackOfficeMode Mode
    {
        get
        {
            lock (gate)
            {
                return mode;
            }
        }

        set
        {
            lock (gate)
            {
                mode = value;
            }
        }
    }

    /// <summary>The latest first.</summary>
    public IReadOnlyList<BackOfficeMessage> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. messages.AsEnumerable().Reverse()];
            }
        }
    }

    /// <returns>False for one that came before.</returns>
    public bool Receive(BackOfficeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (gate)
        {
            if (messages.Exists(each => each.Id == message.Id))
            {
                return false;
            }

            messages.Add(message);
            messages.RemoveRange(0, Math.Max(0, messages.Count - MostMessages));
            return true;
        }
    }

    public void Note(string id, string answer)
    {
        lock (gate)
        {
            var place = messages.FindIndex(each => each.Id == id);
            if (place >= 0)
            {
                messages[place] = messages[place] with { Answers = [.. messages[place].Answers, answer] };
            }
        }
    }
}
